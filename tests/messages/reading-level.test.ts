import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../../src/interview/screens.ts';
import { type Asking, OPENING, step } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import { adult } from '../rule-sets.ts';
import { hardest } from './hardest.ts';
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

describe('reading level (H42)', () => {
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

  test('every way to be stopped for help is, with five', () => {
    const emergencies = ruleSet.rules.filter(({ urgency }) => urgency === 'emergency').map(({ because }) => because);
    const subsets = emergencies.reduce<readonly (readonly string[])[]>((some, because) => some.concat(some.map((others) => others.concat(because))), [[]]);
    const around = [en.helpNow, en.stopLead, en.stopNoCare, ...ruleSet.contacts.filter(({ crisis }) => crisis).map(({ name, how }) => `${name}: ${how}`)];
    expect(Math.max(...subsets.map((reasons) => gradeOf([...around, ...reasons])))).toBeLessThanOrEqual(5);
  });

  test('results are: a bound for all of them, from every 997th answer set, whatever the notes and whatever is not sure', () => {
    const { results, grade, excess } = hardest(ruleSet, 997);
    expect(results).toBeGreaterThan(150);
    expect(grade).toBeLessThanOrEqual(6);
    expect(excess.words).toBeLessThanOrEqual(0);
    expect(excess.syllables).toBeLessThanOrEqual(0);
  });
});
