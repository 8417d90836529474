import { Chalk } from 'chalk';
import widthOf from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { levelsText } from '../../src/report/level-comparison.ts';
import { SMALL } from '../language/small.ts';
import { adult, ruleSetFrom } from '../rule-sets.ts';

const chalk = new Chalk({ level: 0 });

function linesOf(ruleSet: RuleSet, width: number, levels = ruleSet.levels): readonly string[] {
  return levelsText(ruleSet, levels, { width, messages: en, chalk }).split('\n');
}

/** The words of a text, however it is laid out. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}$@.]+/gu) ?? [];
}

describe('the levels to read', () => {
  test.each([40, 80, 120, 200])('fit %i columns, and say everything about every level', (width) => {
    const lines = linesOf(adult(), width);
    expect(Math.max(...lines.map((line) => widthOf(line)))).toBeLessThanOrEqual(width);
    const words = new Set(wordsOf(lines.join(' ')));
    for (const { id: _, ...level } of adult().levels) expect(Object.values(level).flat().flatMap(wordsOf).filter((word) => !words.has(word))).toEqual([]);
  });

  test('stand side by side where there is room, and below one another where not', () => {
    const sleeping = (width: number): number => linesOf(adult(), width).filter((line) => line.includes('You sleep')).length;
    expect(sleeping(120)).toBe(1);
    expect(sleeping(80)).toBe(4);
  });

  test('end with what this is not, and with help', () => {
    const text = linesOf(adult(), 80).join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain(adult().notice);
    expect(text).toContain('Call or text 988');
  });

  test('leave out what a rule set does not tell', () => {
    const small = ruleSetFrom(SMALL);
    expect(linesOf(small, 60).filter((line) => Object.values(en).includes(line as (typeof en)['factWeek']))).toEqual([en.factWeek, en.factParts, en.helpAgain]);
    expect(linesOf(small, 40)).toEqual(expect.arrayContaining(['  H', '    - Talks', '    - Walks']));
  });

  test('can be a single one', () => {
    const ruleSet = adult();
    const text = linesOf(ruleSet, 120, ruleSet.levels.slice(1, 2)).join('\n');
    expect(text).toContain('Intensive outpatient program (IOP)\n\nWhat a week looks like\n  You have a few hours');
    expect(text).not.toContain('Partial hospitalization');
  });
});
