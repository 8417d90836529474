import { expect, test } from 'vitest';
import { readTranslation } from '../../src/language/translation.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { problemsIn, SMALL, unmarked } from './small.ts';

const small = ruleSetFrom(SMALL);

const SPANISH = `ruleSet: small
version: 1.0.0
title: Un conjunto de reglas
about: Qué es esto.
notice: No es un diagnóstico.
levels:
  - { id: low, name: Bajo, week: Una visita por semana. }
  - { id: high, name: Alto, short: A, week: Atención cada día., parts: [Charlas, Paseos] }
questions:
  - { id: age, text: ¿Qué edad tiene?, options: [{ id: adult, text: Mayor }, { id: child, text: Menor }] }
  - id: pain
    text: ¿Cuánto duele?
    help: Piense en hoy.
    why: Fija el nivel.
    ifNotSure: Pregunte.
    options: [{ id: none, text: Nada }, { id: some, text: Algo }, { id: much, text: Mucho }]
  - { id: sleep, text: ¿Cuántas noches malas? }
  - { id: time, text: ¿Cuándo?, options: [{ id: night, text: De noche }, { id: day, text: De día }] }
  - { id: goals, text: ¿Para qué?, options: [{ id: rest, text: Descanso }, { id: work, text: Trabajo }] }
scope: { otherwise: Es para adultos. }
rules:
  - { id: bad-pain, because: Es grave. }
  - { id: everyone, because: Todos empiezan aquí. }
advice:
  - { id: rest-well, say: Descanse bien. }
referral: { who: Un terapeuta., today: Llame., notAsked: Su salud., bring: [Una lista, Una amiga], ask: [¿Cuánto cuesta?] }
contacts:
  - { id: help-line, name: Ayuda, how: Llame al 911. }
  - { id: night-line, name: Noche, how: Llame de noche. }
`;

test('replaces every text, in the order of the rule set, and nothing else', () => {
  const spanish = valueOf(readTranslation(SPANISH, 'small.es.yaml', small));
  expect(spanish.rules.map(({ id, because }) => [id, because])).toEqual([
    ['everyone', 'Todos empiezan aquí.'],
    ['bad-pain', 'Es grave.'],
  ]);
  expect(spanish.levels[1]).toEqual({ id: 'high', name: 'Alto', short: 'A', week: 'Atención cada día.', parts: ['Charlas', 'Paseos'] });
  expect(spanish.questions[3]).toMatchObject({ id: 'time', options: [{ id: 'day', text: 'De día' }, { id: 'night', text: 'De noche' }] });
  expect(spanish.referral.bring).toEqual(['Una lista', 'Una amiga']);
  expect(spanish.digest).toBe(small.digest);
  expect(withoutTexts(spanish)).toEqual(withoutTexts(small));
  expect(Object.isFrozen(spanish.rules[0])).toBe(true);
  const english = /"(?:A small rule set|What this is.|Not a diagnosis.|Low|Bad|Think of today.|It is bad.|Rest well.|This is for adults.|Call 911.)"/;
  expect(JSON.stringify(spanish)).not.toMatch(english);
  expect(JSON.stringify(small)).toMatch(english);
});

/** Everything that is no sentence: ids, numbers, days, addresses. */
function withoutTexts(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' && !/^[a-z0-9:/.?=#-]+$/.test(part) ? '' : part));
}

test('needs no scope where the rule set has none', () => {
  const withoutScope = ruleSetFrom(SMALL.replace(/^scope:.*\n/m, ''));
  const text = SPANISH.replace(/^scope:.*\n/m, '');
  expect(valueOf(readTranslation(text, 'small.es.yaml', withoutScope)).scope).toBeUndefined();
  expect(problemsIn(readTranslation(text, 'small.es.yaml', small))).toEqual(['1:1 missing-text']);
});

test('needs no list of texts that is empty in the rule set', () => {
  const withoutAdvice = ruleSetFrom(SMALL.replace(/^advice:\n.*\n/m, ''));
  const translated = valueOf(readTranslation(SPANISH.replace(/^advice:\n.*\n/m, ''), 'small.es.yaml', withoutAdvice));
  expect(translated.advice).toEqual([]);
});

// The mark ¦ stands where the problem is expected; there may be no other.
test.each([
  ['another rule set', 'other-rule-set', 'ruleSet: small', 'ruleSet: ¦other'],
  ['another version', 'other-rule-set', 'version: 1.0.0', 'version: ¦1.0.1'],
  ['no version', 'missing-key', 'ruleSet: small\nversion: 1.0.0', '¦ruleSet: small'],
  ['a text missing', 'missing-text', '{ id: low, name: Bajo, week: Una visita por semana. }', '¦{ id: low, name: Bajo }'],
  ['the texts of an id missing', 'missing-text', '  - { id: bad-pain, because: Es grave. }\n  - { id', '  ¦- { id'],
  ['an empty text', 'missing-text', 'because: Es grave.', 'because: ¦" "'],
  ['fewer texts than there are', 'missing-text', '[Charlas, Paseos]', '¦[Charlas]'],
  ['more texts than there are', 'missing-text', '[Charlas, Paseos]', '¦[Charlas, Paseos, Más]'],
  ['a text that the rule set does not have', 'unknown-key', 'name: Bajo,', 'name: Bajo, ¦short: B,'],
  ['something that is no text', 'unknown-key', 'because: Es grave.', 'because: Es grave., ¦level: high'],
  ['an unknown id', 'unknown-name', 'rules:\n', 'rules:\n  - ¦{ id: bad-pian, because: Es grave. }\n'],
  ['an item without an id', 'unknown-name', 'rules:\n', 'rules:\n  - ¦{ because: Es grave. }\n'],
  ['an id twice', 'duplicate-id', 'rules:\n', 'rules:\n  - { id: bad-pain, because: Es grave. }\n'],
  ['a number for a text', 'wrong-type', 'because: Es grave.', 'because: ¦12'],
  ['a text for a list', 'wrong-type', '[Charlas, Paseos]', '¦Charlas'],
  ['a number in a list of texts', 'wrong-type', '[Charlas, Paseos]', '[Charlas, ¦12]'],
  ['a map for a list', 'wrong-type', '[{ id: rest, text: Descanso }, { id: work, text: Trabajo }]', '¦{ rest: Descanso }'],
  ['a text for a map', 'wrong-type', 'scope: { otherwise: Es para adultos. }', 'scope: ¦Es para adultos.'],
  ['an anchor', 'yaml-syntax', 'because: Es grave.', 'because: &a ¦Es grave.'],
])('refuses %s', (_name, code, piece, by) => {
  expect(SPANISH.split(piece)).toHaveLength(2);
  const { text, places } = unmarked(SPANISH.replace(piece, by));
  const expected = code === 'duplicate-id' ? ['23:11 duplicate-id'] : places.map((place) => `${place} ${code}`);
  expect(problemsIn(readTranslation(text, 'small.es.yaml', small))).toEqual(expected);
});

test('refuses a text that is no map', () => {
  expect(problemsIn(readTranslation('- a', 'small.es.yaml', small))).toEqual(['1:1 missing-key', '1:1 missing-key', '1:1 wrong-type']);
});
