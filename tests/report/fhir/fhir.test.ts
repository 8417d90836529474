import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/engine/assess.ts';
import { readAnswers } from '../../../src/language/answers.ts';
import { en } from '../../../src/messages/en.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { assessmentBundle } from '../../../src/report/fhir/bundle.ts';
import { questionnaire } from '../../../src/report/fhir/questionnaire.ts';
import { SMALL } from '../../language/small.ts';
import { answersTo } from '../../random-rule-sets.ts';
import { adult, ruleSetFrom, valueOf } from '../../rule-sets.ts';
import { HAS_VALIDATORS, violations } from './validators.ts';

const small = ruleSetFrom(SMALL);
const IDS = { response: '6f0d9a5e-7c0f-4c56-9a3d-0b1f2a3c4d5e', riskAssessment: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };
const UNDECIDED: Answers = { age: 'adult', pain: 'not-sure', sleep: 'not-sure', goals: [] };

interface Prediction {
  readonly outcome: { readonly coding: readonly { readonly system: string; readonly code: string }[] };
  readonly rationale: string;
}

interface Bundle {
  readonly entry: readonly [
    { readonly fullUrl: string; readonly resource: { readonly status: string; readonly item?: readonly unknown[] } },
    { readonly resource: { readonly status: string; readonly prediction?: readonly Prediction[]; readonly basis: unknown; readonly method: unknown; readonly note: readonly { readonly text: string }[] } },
  ];
}

function bundle(ruleSet: RuleSet, answers: Answers): Bundle {
  return assessmentBundle({ ruleSet, assessment: assess(ruleSet, answers), messages: en, today: '2026-11-21' }, IDS) as Bundle;
}

describe('an assessment as a FHIR bundle', () => {
  const answers: Answers = { age: 'adult', pain: 'much', sleep: 7, time: 'day', goals: ['rest', 'work'] };

  test('holds the answers, and a preliminary suggestion that rests on them', () => {
    const [response, risk] = bundle(small, answers).entry;
    expect(response.resource.status).toBe('completed');
    expect(risk.resource).toMatchObject({ status: 'preliminary', basis: [{ reference: response.fullUrl }], occurrenceDateTime: '2026-11-21' });
    expect(risk.resource.method).toMatchObject({ coding: [{ code: 'small', version: '1.0.0' }, { code: small.digest }] });
    const codes = risk.resource.prediction?.map(({ outcome, rationale }) => [outcome.coding[0]?.code, rationale]);
    expect(codes).toEqual([['high', 'It is bad.'], ['soon', 'It is bad.']]);
  });

  test('never speaks of a condition or a probability', () => {
    const text = JSON.stringify(bundle(small, answers));
    expect(text).not.toMatch(/"Condition"|probability|qualitativeRisk|relativeRisk/);
  });

  test('carries the notice and the help with it, whatever the result', () => {
    for (const given of [answers, UNDECIDED, { ...answers, age: 'child' }]) {
      const notes = bundle(small, given).entry[1].resource.note.map(({ text }) => text);
      expect(notes).toEqual(expect.arrayContaining(['Not a diagnosis.', 'Help: Call 911.']));
    }
  });

  test('is in progress, and predicts no level, while answers are missing', () => {
    const [response, risk] = bundle(small, UNDECIDED).entry;
    expect(response.resource.status).toBe('in-progress');
    expect(risk.resource.prediction?.map(({ outcome }) => outcome.coding[0]?.system)).toEqual(['https://level-of-care.example/fhir/CodeSystem/urgency']);
    expect(bundle(small, {}).entry[1].resource).not.toHaveProperty('prediction');
  });

  test('predicts nothing where no rule covers the answers', () => {
    const { scope: _, ...everyone } = { ...small, rules: small.rules.slice(1) };
    const { prediction, note } = bundle(everyone, { ...answers, pain: 'none' }).entry[1].resource;
    expect(prediction).toBeUndefined();
    expect(note[0]?.text).toBe(en.noRuleLead);
  });

  test('says nothing of questions that were not asked, and says which were not known', () => {
    const items = bundle(small, UNDECIDED).entry[0].resource.item;
    expect(items).toEqual([
      expect.objectContaining({ linkId: 'age' }),
      { linkId: 'pain', text: 'How bad is it?', answer: [{ valueCoding: expect.objectContaining({ code: 'asked-unknown' }) as unknown }] },
      { linkId: 'sleep', text: 'How many bad nights?', answer: [{ _valueInteger: { extension: [expect.objectContaining({ valueCode: 'asked-unknown' })] } }] },
      { linkId: 'goals', text: 'What for?' },
    ]);
    expect(bundle(small, {}).entry[0].resource).not.toHaveProperty('item');
  });
});

describe('the questions as a FHIR questionnaire', () => {
  const { item } = questionnaire(small, en) as { item: { linkId: string; type: string }[] };

  test('says what it is not, and where help is, before the first question', () => {
    expect(item.map(({ linkId }) => linkId)).toEqual(['_about', '_notice', '_contact.help-line', 'age', 'pain', 'sleep', 'time', 'goals']);
  });

  test('has each kind of question with its bounds', () => {
    expect(item.slice(4)).toMatchObject([
      { type: 'choice', required: true, repeats: false, answerOption: { length: 4 }, item: [{ linkId: 'pain.help', type: 'display' }] },
      { type: 'integer', required: true, extension: [{ valueInteger: 0 }, { valueInteger: 7 }] },
      { type: 'choice', required: true, answerOption: { length: 2 } },
      { type: 'choice', required: false, repeats: true },
    ]);
  });
});

describe.each([
  ['adult', adult()],
  ['small', small],
])('answers to the %s rule set go there and back', (_, ruleSet) => {
  const several = fc.record({ focus: fc.constantFrom(undefined, [], ['anxiety', 'trauma']), goals: fc.constantFrom(undefined, [], ruleSet === small ? ['rest'] : ['relief', 'skills']) });
  const notes = several.map((lists) => Object.fromEntries(Object.entries(lists).filter(([id, list]) => list !== undefined && ruleSet.questions.some((question) => question.id === id))));
  const needs = answersTo({ ...ruleSet, questions: ruleSet.questions.filter(({ kind }) => kind !== 'note') }, { missing: true });

  test('and come to the same assessment', async () => {
    await fc.assert(
      fc.asyncProperty(needs, notes, async (first, second) => {
        const answers = { ...first, ...second } as Answers;
        const read = valueOf(await readAnswers(ruleSet, JSON.stringify(bundle(ruleSet, answers)), 'b.json', { partial: true }));
        expect(assess(ruleSet, read)).toEqual(assess(ruleSet, answers));
      }),
      { numRuns: 200 },
    );
  });

  test.skipIf(!HAS_VALIDATORS)('and two validators find nothing wrong on the way', { timeout: 60_000 }, () => {
    expect(violations(questionnaire(ruleSet, en))).toEqual([]);
    fc.assert(
      fc.property(needs, notes, (first, second) => {
        const made = bundle(ruleSet, { ...first, ...second } as Answers);
        expect([made, ...made.entry.map(({ resource }) => resource)].flatMap(violations)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

test.skipIf(!HAS_VALIDATORS)('the validators see what is wrong', () => {
  const [{ resource }] = bundle(small, UNDECIDED).entry;
  expect(violations({ ...resource, status: 'done' })).not.toEqual([]);
  expect(violations({ ...resource, answers: [] })).toHaveLength(2);
});
