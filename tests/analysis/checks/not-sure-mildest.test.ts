import { expect, test } from 'vitest';
import { notSureMildest } from '../../../src/analysis/checks/not-sure-mildest.ts';
import type { Question, Rule } from '../../../src/model/rule-set.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { subjectOf, subjectsOf } from './subjects.ts';

const small = ruleSetFrom(SMALL);
const safety: Rule = { ...(small.rules[0] as Rule), id: 'safety', urgency: 'urgent' };
const found = (questions: readonly Question[], rules: readonly Rule[]): string[] => subjectsOf(notSureMildest(subjectOf({ ...small, questions, rules })));

test.each([
  ['pain', 'none', true],
  ['pain', 'some', false],
  ['sleep', 0, true],
  ['sleep', 1, false],
])('`%s` that counts "not sure" as %s (H03)', (id, notSure, mildest) => {
  const questions = small.questions.map((question) => (question.id === id ? ({ ...question, notSure } as Question) : question));
  const when = { test: 'any', of: small.questions.filter(({ kind }) => kind === 'need').map((question) => readOf(question)) } as const;
  expect(found(questions, [{ ...safety, when }])).toEqual(mildest ? [`questions/${id}/notSure`] : []);
  expect(found(questions, [{ ...safety, when, urgency: 'soon' }])).toEqual([]);
});

test('a question that an urgent rule reads through a score decides on safety too', () => {
  const questions = small.questions.map((question) => (question.id === 'pain' ? ({ ...question, notSure: 'none' } as Question) : question));
  expect(found(questions, [{ ...safety, when: { test: 'score', score: 'load', min: 1, max: 3 } }])).toEqual(['questions/pain/notSure']);
  expect(found(questions, [{ ...safety, when: readOf(small.questions[2] as Question) }])).toEqual([]);
});

function readOf(question: Question): Rule['when'] {
  if (question.type === 'integer') return { test: 'number', question: question.id, min: 2, max: question.max };
  return { test: 'option', question: question.id, options: [question.options.at(-1)?.id ?? ''] };
}
