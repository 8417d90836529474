import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/interview/fit.ts';
import { screenOf } from '../../src/interview/screens.ts';
import { OPENING, step } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import { adult } from '../rule-sets.ts';

const ruleSet = adult();
const chalk = new Chalk({ level: 0 });

/** The question about safety: the longest choices. */
function safety(width: number): ReturnType<typeof screenOf> {
  const asked = step(ruleSet, step(ruleSet, OPENING, { type: 'go-on' }), { type: 'answer', answer: 'adult' });
  if (asked.at !== 'question') throw new Error(asked.at);
  return screenOf({ ruleSet, messages: en, chalk, width }, asked);
}

const typed = (lines: readonly string[]): string => lines.join('\n');

describe('a question on a terminal', () => {
  test('is drawn whole where there is room', () => {
    const { written, drawn } = fit(safety(80), 40, 80, chalk);
    expect(written).toEqual([]);
    expect(drawn.text).toEqual(safety(80).text);
  });

  test('has its text written before the prompt where only the choices fit', () => {
    const { written, drawn } = fit(safety(40), 26, 40, chalk);
    expect(written).toEqual(safety(40).text);
    expect(drawn.text).toEqual([]);
    expect(drawn.choices.every(({ inText }) => inText === undefined)).toBe(true);
  });

  test.each([1, 8, 12])('has every choice written where they do not fit into %i rows, and is answered by typing', (rows) => {
    const { written, drawn } = fit(safety(40), rows, 40, chalk);
    expect(drawn.choices.every(({ inText }) => inText)).toBe(true);
    expect(drawn.hint.keys).toBe(en.chooseOne);
    expect(typed(written.slice(-4)).replaceAll('\n', ' ')).toMatch(/In the last two weeks, .*\?$/);
    for (const { key } of drawn.choices) expect(typed(written)).toMatch(new RegExp(`^${key === '?' ? '\\?' : key} `, 'm'));
  });

  test('a text that is to stay is written, however much room there is', () => {
    const { written, drawn } = fit(screenOf({ ruleSet, messages: en, chalk, width: 80 }, OPENING), 200, 80, chalk);
    expect(typed(written)).toContain('988');
    expect(drawn.text).toEqual([]);
  });
});
