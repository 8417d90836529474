import { Chalk } from 'chalk';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../../src/interview/screens.ts';
import { type Asking, OPENING, step } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import { assessmentText } from '../../src/report/text.ts';
import { answersTo } from '../random-rule-sets.ts';
import { viewOf } from '../report/told.ts';
import { adult } from '../rule-sets.ts';
import { gradeOf, longestSentence, sentencesOf } from './reading-level.ts';

const ruleSet = adult();
const chalk = new Chalk({ level: 0 });
/** Columns enough for any paragraph, so that each is one line. */
const UNWRAPPED = 10_000;
const HELP = Object.entries(en)
  .filter(([key]) => /^(help|stop|emergency|nextEmergency|soonEmergency|goOn|fixAnswer)/.test(key))
  .map(([, text]) => text);

test('sentences are told apart', () => {
  expect(sentencesOf('One. "Two?" three\n  - four\n    more\n  - five\n\nHead\n  six:\n  seven')).toEqual([
    'One.',
    '"Two?"',
    'three',
    'four more',
    'five',
    'Head',
    'six: seven',
  ]);
});

describe('reading level', () => {
  test('messages are read with six years of school, help with five', () => {
    expect(gradeOf(Object.values(en))).toBeLessThanOrEqual(6);
    expect(gradeOf(HELP)).toBeLessThanOrEqual(5);
  });

  test('no message has a sentence of 20 words or more', () => {
    expect(longestSentence(Object.values(en)).words).toBeLessThan(20);
  });

  test('every screen of the interview is', () => {
    const states: Asking[] = [OPENING, ...ruleSet.questions.map((question): Asking => ({ ...OPENING, at: 'question', question, why: true }))];
    const stopped = ruleSet.questions.flatMap((question): Asking[] => {
      const worst = question.type === 'choice' ? (question.options.at(-1)?.id ?? '') : question.max;
      const state = step(ruleSet, { ...OPENING, at: 'question', question, why: false }, { type: 'answer', answer: worst });
      return state.at === 'help' ? [state] : [];
    });
    expect(stopped.length).toBeGreaterThanOrEqual(2);
    const textOf = (state: Asking): string => screenOf({ ruleSet, messages: en, chalk, width: UNWRAPPED }, state).text.join('\n');
    expect(gradeOf(states.map(textOf))).toBeLessThanOrEqual(6);
    expect(gradeOf(stopped.map(textOf))).toBeLessThanOrEqual(5);
  });

  test('every result is', () => {
    const answers = fc.sample(answersTo(ruleSet, { missing: false }), { numRuns: 150, seed: 3 });
    const grades = answers.map((given) => gradeOf([withoutLadder(assessmentText(viewOf(ruleSet, given), { width: 80, chalk }))]));
    expect(Math.max(...grades)).toBeLessThanOrEqual(6);
  });
});

/** The picture of the levels is no sentence. */
function withoutLadder(text: string): string {
  return text.replaceAll(/^ {2}[|^v] .*\n/gm, '');
}
