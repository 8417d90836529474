import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswers } from '../../src/language/answers.ts';
import { answersOf } from '../../src/schema/answers.ts';
import { jsonSchema } from '../../src/schema/json-schema.ts';
import { edited, SMALL } from '../language/small.ts';
import { adult, ruleSetFrom } from '../rule-sets.ts';
import { answersTo } from './given.ts';

/** Values that are an answer to some question, or nearly. */
const values = fc.oneof(
  fc.constantFrom<unknown>('adult', 'some', 'not-sure', 'day', 'rest', '', 'Some', 'x'),
  fc.constantFrom<unknown>(0, 7, 8, -1, -0, 2.5, 1e300, '3', null, true, {}, [], ['rest'], ['work', 'rest'], ['rest', 'rest'], ['x'], [1]),
);

test.each([ruleSetFrom(SMALL), ruleSetFrom(edited([', notSure: 3', ''])), adult()])('answers to $id are taken by hand as by their shape and by their JSON Schema', (ruleSet) => {
  const shape = answersOf(ruleSet);
  const schema = new Ajv2020({ allowUnionTypes: true }).compile(jsonSchema('answers', ruleSet));
  const odd = fc.dictionary(fc.constantFrom(...ruleSet.questions.map(({ id }) => id), 'unknown', 'constructor'), values, { maxKeys: 3 });
  const answers = fc.tuple(answersTo(ruleSet), fc.option(odd)).map(([valid, strange]) => Object.assign({}, valid, strange) as Record<string, unknown>);
  fc.assert(
    fc.property(answers, fc.boolean(), (value, complete) => {
      const whole = complete ? { ...answersInFull(ruleSet), ...value } : value;
      const given = Object.entries(whole).map(([question, answer]) => ({ question, value: answer }));
      const byHand = checkAnswers(ruleSet, given);
      expect(byHand.ok).toBe(shape.safeParse(whole).success);
      expect(byHand.ok).toBe(schema(whole));
      expect(checkAnswers(ruleSet, given, { partial: true }).ok).toBe(shape.partial().safeParse(whole).success);
    }),
    { numRuns: 300 },
  );
});

function answersInFull(ruleSet: ReturnType<typeof adult>): Record<string, unknown> {
  const required = ruleSet.questions.filter(({ kind }) => kind !== 'note');
  return Object.fromEntries(required.map((question) => [question.id, question.type === 'integer' ? question.min : question.options[0]?.id]));
}
