import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/language/answers.ts';
import type { Read } from '../../src/model/problem.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { SMALL } from './small.ts';

const small = ruleSetFrom(SMALL);
const BASE = 'https://level-of-care.example/fhir';

function coding(question: string, code: string): unknown {
  return { valueCoding: { system: `${BASE}/CodeSystem/small.${question}`, code } };
}

function item(linkId: string, ...answer: readonly unknown[]): unknown {
  return { linkId, answer };
}

const ABSENT_SYSTEM = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const ABSENT = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'asked-unknown' }] };
const FULL = [item('age', coding('age', 'adult')), item('pain', coding('pain', 'much')), item('sleep', { valueInteger: 7 }), item('time', coding('time', 'day'))];

/** A response with these items; `changes` replaces what stands beside them. */
function response(items: readonly unknown[], changes: object = {}): object {
  return { resourceType: 'QuestionnaireResponse', questionnaire: `${BASE}/Questionnaire/small|1.0.0`, status: 'completed', item: items, ...changes };
}

function read(resource: unknown, partial = true): ReturnType<typeof readAnswers> {
  return readAnswers(small, JSON.stringify(resource), 'response.json', { partial });
}

async function codes(resource: unknown, partial = true): Promise<readonly string[]> {
  const result: Read<unknown> = await read(resource, partial);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe('a response is read', () => {
  test('as the answers that it holds', async () => {
    expect(valueOf(await read(response(FULL), false))).toEqual({ age: 'adult', pain: 'much', sleep: 7, time: 'day' });
  });

  test('from a bundle, beside other resources', async () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient' } }, { resource: response(FULL) }] };
    expect(valueOf(await read(bundle))).toMatchObject({ pain: 'much' });
  });

  test.each(['completed', 'in-progress', 'amended', 'stopped'])('that is %s', async (status) => {
    expect(valueOf(await read(response(FULL, { status })))).toMatchObject({ pain: 'much' });
  });

  test('with what else an answer may hold', async () => {
    const other = { extension: [{ url: 'https://example.org', valueCode: 'masked' }], devalued: false };
    expect(valueOf(await read(response([item('pain', { ...(coding('pain', 'much') as object), ...other })])))).toEqual({ pain: 'much' });
  });

  test('of another version, when its answers fit', async () => {
    expect(await codes(response(FULL, { questionnaire: `${BASE}/Questionnaire/small|0.9.0` }))).toEqual([]);
    expect(await codes(response(FULL, { questionnaire: `${BASE}/Questionnaire/small` }))).toEqual([]);
  });

  test('with texts between the questions copied into it, and empty items', async () => {
    const items = [{ linkId: '_notice', text: 'Not a diagnosis.' }, { linkId: 'pain', item: [{ linkId: 'pain.help', text: 'Think of today.' }] }, ...FULL.slice(2)];
    expect(valueOf(await read(response(items)))).toEqual({ sleep: 7, time: 'day' });
  });

  test.each([
    ['a code', { valueCoding: { system: ABSENT_SYSTEM, code: 'asked-unknown' } }],
    ['an absent coding', { valueCoding: ABSENT }],
    ['an absent answer', ABSENT],
  ])('with "not sure" as %s', async (_, answer) => {
    expect(valueOf(await read(response([item('pain', answer)])))).toEqual({ pain: 'not-sure' });
  });

  test('with "not sure" about a number', async () => {
    expect(valueOf(await read(response([item('sleep', { _valueInteger: ABSENT })])))).toEqual({ sleep: 'not-sure' });
  });

  test('with several answers, and with none of several', async () => {
    expect(valueOf(await read(response([item('goals', coding('goals', 'work'), coding('goals', 'rest'))])))).toEqual({ goals: ['rest', 'work'] });
    expect(valueOf(await read(response([{ linkId: 'goals' }])))).toEqual({ goals: [] });
  });
});

describe('a response is refused', () => {
  test.each([
    ['another resource', { resourceType: 'Patient' }, ['wrong-type']],
    ['a bundle without a response', { resourceType: 'Bundle', type: 'collection' }, ['wrong-type']],
    ['a bundle with two responses', { resourceType: 'Bundle', entry: [{ resource: response(FULL) }, { resource: response(FULL) }] }, ['wrong-type']],
    ['another questionnaire', response(FULL, { questionnaire: `${BASE}/Questionnaire/adult` }), ['other-rule-set']],
    ['no questionnaire', response(FULL, { questionnaire: undefined }), ['missing-key']],
    ['no status', response(FULL, { status: undefined }), ['missing-key']],
    ['what was entered in error', response(FULL, { status: 'entered-in-error' }), ['unknown-name']],
    ['an extension that changes the meaning', response(FULL, { modifierExtension: [{ url: 'https://example.org/not' }] }), ['unknown-key']],
    ['an unknown question', response([item('pian', coding('pain', 'much'))]), ['unknown-question']],
    ['an item without a link', response([{ answer: [{ valueInteger: 1 }] }]), ['missing-key']],
    ['two items for one question', response([FULL[1], FULL[1]]), ['duplicate-key']],
    ['two answers where one is taken', response([item('pain', coding('pain', 'much'), coding('pain', 'some'))]), ['not-several']],
    ['a text for a code', response([item('pain', { valueString: 'much' })]), ['wrong-type']],
    ['a code for a number', response([item('sleep', coding('sleep', 'much'))]), ['wrong-type']],
    ['a number out of bounds', response([item('sleep', { valueInteger: 8 })]), ['out-of-range']],
    ['an unknown option', response([item('pain', coding('pain', 'mcuh'))]), ['unknown-option']],
    ['a code of another question', response([item('pain', coding('time', 'day'))]), ['unknown-option']],
    ['a code without a value', response([item('pain', { valueCoding: { system: `${BASE}/CodeSystem/small.pain` } })]), ['missing-key']],
    ['an answer without a value', response([item('pain', {})]), ['missing-key']],
    ['another reason for a missing answer', response([item('pain', { valueCoding: { extension: [{ ...ABSENT.extension[0], valueCode: 'masked' }] } })]), ['unknown-option']],
    ['"not sure" where it is no answer', response([item('time', ABSENT)]), ['unknown-option']],
    ['a bundle of nothing', { resourceType: 'Bundle', entry: [{}, { resource: {} }] }, ['wrong-type']],
    ['a nested item without a link', response([{ linkId: 'pain', item: [{ text: 'What?' }] }]), ['missing-key']],
    ['a link that is no text', response([{ linkId: 1 }]), ['missing-key']],
    ['a text with an answer', response([{ linkId: '_notice', answer: [coding('pain', 'much')] }]), ['unknown-question']],
    ['a text with an item', response([{ linkId: '_notice', item: [{ linkId: '_more' }] }]), ['unknown-question']],
    ['two answers, of which one is no code', response([item('pain', { valueString: 'much' }, coding('pain', 'mcuh'))]), ['wrong-type']],
    ['a code of another system', response([item('pain', { valueCoding: { system: 'https://example.org', code: 'asked-unknown' } })]), ['unknown-option']],
    ['a reason that is not "not sure"', response([item('pain', { valueCoding: { system: ABSENT_SYSTEM, code: 'masked' } })]), ['unknown-option']],
    ['two reasons for a missing answer', response([item('pain', { extension: [...ABSENT.extension, { ...ABSENT.extension[0], valueCode: 'masked' }] })]), ['unknown-option']],
    ['a question below another', response([{ linkId: 'pain', item: [FULL[2]] }]), ['wrong-type']],
  ])('for %s', async (_, resource, expected) => {
    expect(await codes(resource)).toEqual(expected);
  });

  test('with all of its problems at once, each at its place', async () => {
    const text = JSON.stringify(response([item('pain', { valueString: 'much' }), item('nap', { valueInteger: 1 })], { status: 'done' }), undefined, 1);
    const result: Read<unknown> = await readAnswers(small, text, 'response.json', {});
    const found = result.ok ? [] : result.problems.map(({ code, place }) => [code, place && text.split('\n')[place.line - 1]?.trim()]);
    expect(found).toEqual([
      ['unknown-name', '"status": "done",'],
      ['wrong-type', '"valueString": "much"'],
      ['unknown-question', '"linkId": "nap",'],
      ['unanswered', undefined],
    ]);
  });

  test('when answers are missing and may not be', async () => {
    expect(await codes(response(FULL.slice(1)), false)).toEqual(['unanswered']);
  });
});
