import { Chalk } from 'chalk';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../../src/interview/screens.ts';
import { type Asking, OPENING, step } from '../../src/interview/state.ts';
import { en } from '../../src/messages/en.ts';
import { es } from '../../src/messages/es.ts';
import { assessmentText } from '../../src/report/text.ts';
import { answersTo } from '../random-rule-sets.ts';
import { viewOf } from '../report/told.ts';
import { adult, adultInSpanish } from '../rule-sets.ts';
import { infleszOf, longestSpanishSentence, syllablesOf } from './inflesz.ts';

const english = adult();
const spanish = adultInSpanish();
const { messages } = es;
const chalk = new Chalk({ level: 0 });
/** Columns enough for any paragraph, so that each is one line. */
const UNWRAPPED = 10_000;

/** Every text of a value, by its path. */
function textsIn(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${at}/${key}`));
}

/** Telephone numbers, other numbers and addresses; how often each is said is a matter of style. */
function figuresIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b[a-z0-9]+\.(?:org|gov|com)\b|\b\d+(?:-\d+)*\b/g) ?? [])].toSorted();
}

/** To press 2 at the 988 line is all that Spanish adds. */
function sameFigures(text: string, other: string): boolean {
  const [expected, found] = [figuresIn(text), figuresIn(other)];
  const added = /988 y presion(?:e|ar) 2/.test(other) && !expected.includes('2') ? ['2'] : [];
  return [...expected, ...added].toSorted().join() === found.join();
}

describe('the Spanish of the adult rule set (H37)', () => {
  const pairs = textsIn(english).map(([at, text], index) => ({ at, text, other: textsIn(spanish)[index] }));

  test('changes texts alone: the same parts, in the same places', () => {
    expect(textsIn(spanish).map(([at]) => at)).toEqual(textsIn(english).map(([at]) => at));
    expect(spanish.digest).toBe(english.digest);
  });

  test('says the same numbers, telephone numbers and addresses', () => {
    const differing = pairs.filter(({ text, other }) => !sameFigures(text, other?.[1] ?? ''));
    expect(differing.map(({ at, text, other }) => [at, text, other?.[1]])).toEqual([]);
  });

  test('leaves nothing in English', () => {
    const same = pairs.filter(({ text, other }) => text === other?.[1] && /[a-z]{3} [a-z]{3}/i.test(text));
    expect(same.filter(({ at }) => !at.startsWith('/sources')).map(({ at, text }) => [at, text])).toEqual([]);
  });

  test('names the Spanish option of the 988 line wherever it says to call it', () => {
    const calling = textsIn({ ...spanish, sources: [] }).filter(([at, text]) => /al 988/.test(text) && !at.endsWith('/source'));
    expect(calling.filter(([, text]) => !/988 y (?:luego )?presion(?:e|ar) [12]/.test(text)).map(([at]) => at)).toEqual([]);
  });
});

describe('the Spanish of the program', () => {
  test('has every message, with the same placeholders', () => {
    const namesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
    expect(Object.keys(messages)).toEqual(Object.keys(en));
    expect(textsIn(en).filter(([at, text]) => namesIn(text).join() !== namesIn(messages[at.slice(1) as keyof typeof en]).join())).toEqual([]);
    for (const text of Object.values(messages)) expect(text).toMatch(/^\S(?:[^\n]*\S)?$/);
  });

  test('has phrases whose names stand in both languages', () => {
    const namesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    for (const [phrase, translation] of Object.entries(es.problems.phrases)) expect(namesIn(phrase)).toEqual(expect.arrayContaining([...namesIn(translation)]));
  });

  test.each([
    ['English', en],
    ['Spanish', messages],
  ])('no two choices on one screen are typed alike: %s', (_language, { keyStart, keyStop, keySkip, keyBack, keyGoOn, keyLeave, keyNotSure, keyResult, keyYes, keyNo }) => {
    const screens = [[keyStart, keyLeave], [keyNotSure, keySkip, keyBack, keyLeave], [keyStop, keyBack, keyGoOn, keyLeave], [keyResult, keyLeave], [keyYes, keyNo]];
    for (const keys of screens) expect(new Set(keys).size).toBe(keys.length);
  });
});

test.each([
  ['ayuda', 3], ['ciudad', 2], ['país', 2], ['día', 2], ['cuidado', 3], ['aeropuerto', 5], ['pingüino', 3], ['guerra', 2], ['quien', 1], ['muy', 1], ['y', 1], ['línea', 3],
  ['psicólogo', 4], ['prevención', 3], ['suicidio', 3], ['construir', 2], ['egoísta', 4], ['averigüéis', 4], ['hoy', 1], ['leer', 2],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables);
});

test('the formula gives what its publication gives', () => {
  // 10 words, 21 syllables, 2 sentences.
  expect(infleszOf(['La casa cara tenía cama. Otra casa nueva tenía gato.'])).toBeCloseTo(206.835 - (62.3 * 21) / 10 - 5, 3);
});

describe('reading ease (H42)', () => {
  const screenText = (state: Asking): string => screenOf({ ruleSet: spanish, messages, chalk, width: UNWRAPPED }, state).text.join('\n');

  test('messages are easy to read, help most of all', () => {
    const help = Object.entries(messages).filter(([key]) => /^(help|stop|emergency|nextEmergency|soonEmergency|goOn|fixAnswer)/.test(key));
    expect(infleszOf(Object.values(messages))).toBeGreaterThanOrEqual(60);
    expect(infleszOf(help.map(([, text]) => text))).toBeGreaterThanOrEqual(70);
    expect(longestSpanishSentence(Object.values(messages)).words).toBeLessThan(25);
  });

  test('every screen of the interview is, and so is help before going on', () => {
    const states: Asking[] = [OPENING, ...spanish.questions.map((question): Asking => ({ ...OPENING, at: 'question', question, why: true }))];
    const stopped = spanish.questions.flatMap((question): Asking[] => {
      const worst = question.type === 'choice' ? (question.options.at(-1)?.id ?? '') : question.max;
      const state = step(spanish, { ...OPENING, at: 'question', question, why: false }, { type: 'answer', answer: worst });
      return state.at === 'help' ? [state] : [];
    });
    expect(stopped.length).toBeGreaterThanOrEqual(2);
    expect(infleszOf(states.map(screenText))).toBeGreaterThanOrEqual(60);
    expect(infleszOf(stopped.map(screenText))).toBeGreaterThanOrEqual(70);
  });

  test('every result is', () => {
    const answers = fc.sample(answersTo(spanish, { missing: false }), { numRuns: 100, seed: 6 });
    const texts = answers.map((given) => assessmentText(viewOf(spanish, given, messages), { width: 80, chalk }).replaceAll(/^ {2}[|^v] .*\n/gm, ''));
    expect(Math.min(...texts.map((text) => infleszOf([text])))).toBeGreaterThanOrEqual(60);
  });

  test('crisis texts of the rule set are easiest', () => {
    const crisis = [
      ...spanish.rules.filter(({ urgency }) => urgency === 'emergency').map(({ because }) => because),
      ...spanish.advice.filter(({ id }) => /^(help-now|seen-within|frequent-thoughts|passing-thoughts)/.test(id)).map(({ say }) => say),
      ...spanish.contacts.filter(({ crisis: isCrisis }) => isCrisis).map(({ how }) => how),
      spanish.scope?.otherwise ?? '',
    ];
    expect(infleszOf(crisis)).toBeGreaterThanOrEqual(70);
  });
});
