import { Chalk } from 'chalk';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/model/answers.ts';
import { assessmentHtml } from '../../src/report/html.ts';
import { assessmentMarkdown } from '../../src/report/markdown.ts';
import { assessmentText } from '../../src/report/text.ts';
import type { View } from '../../src/report/view.ts';
import { small, WELL } from '../interview/small.ts';
import { answersTo } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';
import { factsOf, flat, wordsOfHtml, wordsOfMarkdown } from './facts.ts';
import { viewOf } from './told.ts';

/** Each format, as the words in it. */
const FORMATS: Readonly<Record<string, (view: View) => string>> = {
  text: (view) => flat(assessmentText(view, { width: 80, chalk: new Chalk({ level: 0 }) })),
  markdown: (view) => wordsOfMarkdown(assessmentMarkdown(view)),
  html: (view) => wordsOfHtml(assessmentHtml(view)),
};

const samples: readonly View[] = [
  ...[false, true].flatMap((missing) => fc.sample(answersTo(adult(), { missing }), { numRuns: 40, seed: 4 }).map((answers) => viewOf(adult(), answers))),
  ...fc.sample(answersTo(small(), { missing: true }), { numRuns: 60, seed: 5 }).map((answers) => viewOf(small(), answers)),
];

describe.each(Object.entries(FORMATS))('as %s', (_format, wordsIn) => {
  test('a result lacks no fact that another format has', () => {
    for (const view of samples) {
      const words = wordsIn(view);
      expect(factsOf(view).filter((fact) => !words.includes(flat(fact)))).toEqual([]);
    }
  });

  test('a result says nothing that another format does not', () => {
    for (const view of samples) {
      const facts = [view.title, view.sight ?? '', ...factsOf(view)].map(flat).filter((fact) => fact !== '');
      const rest = facts.toSorted((a, b) => b.length - a.length).reduce((words, fact) => words.replaceAll(fact, ' '), wordsIn(view));
      expect(rest).toMatch(/^[\s\-:=<>|^v._,]*$/);
    }
  });
});

function idsOf(answers: Answers): readonly string[] {
  return viewOf(small(), answers).sections.map(({ id }) => id);
}

describe('the order of a page', () => {
  test('an emergency begins with help, what to do and advice, before any level (H20)', () => {
    expect(idsOf({ ...WELL, danger: 'now', times: 'evenings' }).slice(0, 4)).toEqual(['help-first', 'next', 'advice', 'result']);
  });

  test('what is urgent begins with help, then comes the result', () => {
    expect(idsOf({ ...WELL, danger: 'some' }).slice(0, 3)).toEqual(['help-first', 'result', 'next']);
  });

  test('otherwise the result comes first, with help in one line above it', () => {
    expect(idsOf(WELL).slice(0, 2)).toEqual(['result', 'next']);
    expect(viewOf(small(), WELL).sight).toContain('Call or text 988.');
    expect(viewOf(small(), { ...WELL, danger: 'some' }).sight).toBeUndefined();
  });

  test('help stands last, always (H20)', () => {
    for (const { sections } of samples) expect(sections.at(-1)?.id).toBe('help');
  });
});
