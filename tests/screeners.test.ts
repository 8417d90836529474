import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../src/analysis/check.ts';
import { BUILT_IN } from '../src/files/built-in.ts';
import { assess } from '../src/engine/assess.ts';
import { verdict } from '../src/engine/verdict.ts';
import { readRuleSet, type RuleSetFile } from '../src/language/rule-set.ts';
import type { Answers } from '../src/model/answers.ts';
import { answersTo } from './random-rule-sets.ts';
import { adult, valueOf } from './rule-sets.ts';

const RULES = path.resolve(import.meta.dirname, '../rules');
const PERMISSION = 'No permission is required to reproduce, translate, display or distribute.';

function screener(name: string): RuleSetFile {
  return valueOf(readRuleSet(readFileSync(path.join(RULES, `${name}.yaml`), 'utf8'), `rules/${name}.yaml`));
}

const phq9 = screener('phq-9');
const gad7 = screener('gad-7');
const auditC = screener('audit-c');

test('every rule set that comes with the program has a name', () => {
  const names = readdirSync(RULES).flatMap((file) => /^([a-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);
  expect(names.toSorted()).toEqual(BUILT_IN.toSorted());
});

describe.each([
  ['PHQ-9', phq9],
  ['GAD-7', gad7],
  ['AUDIT-C', auditC],
])('%s', (_, { ruleSet, placeOf }) => {
  test('has nothing that `rules check` would speak of', () => {
    const { findings, proof } = check(ruleSet, { placeOf, today: '2026-11-21' });
    expect(findings).toEqual([]);
    expect(proof.properties).toEqual(ruleSet.properties.map(({ id }) => id));
  });

  test('says that it is a screen and not a diagnosis (H25)', () => {
    expect(ruleSet.notice).toContain('This is a screen, not a diagnosis.');
  });

  test('sends people where the adult rule set sends them', () => {
    const known = adult().contacts;
    for (const contact of ruleSet.contacts) expect(known).toContainEqual(contact);
    expect(ruleSet.contacts.filter(({ crisis }) => crisis)).toEqual(known.filter(({ crisis }) => crisis));
  });
});

/** The published bands, by the least total of each. */
const BANDS = [
  ['PHQ-9', phq9, { minimal: 0, mild: 5, moderate: 10, 'moderately-severe': 15, severe: 20 }],
  ['GAD-7', gad7, { minimal: 0, mild: 5, moderate: 10, severe: 15 }],
  ['AUDIT-C', auditC, { negative: 0, borderline: 3, positive: 4 }],
] as const;

/** The points of an answer are its place among the options, in all three. */
function total({ ruleSet }: RuleSetFile, answers: Answers): number {
  const places = ruleSet.questions.map((question) => (question.type === 'choice' && question.kind === 'need' ? question.options.findIndex(({ id }) => id === answers[question.id]) : 0));
  return places.reduce((sum, place) => sum + place, 0);
}

test.each(BANDS)('%s gives the published band of any total', (_, file, bands) => {
  fc.assert(
    fc.property(answersTo(file.ruleSet), (answers) => {
      const band = Object.entries(bands).findLast(([, least]) => least <= total(file, answers))?.[0];
      expect(verdict(file.ruleSet, answers).level).toBe(band);
    }),
    { numRuns: 300 },
  );
});

test('any thought of death or self-harm on the PHQ-9 is urgent, with help at hand (H46)', () => {
  const any = answersTo(phq9.ruleSet, { missing: true });
  fc.assert(
    fc.property(any, fc.constantFrom('several-days', 'more-than-half', 'nearly-every-day'), (answers, thoughts) => {
      const { urgency, contacts, advice, decidedBy } = assess(phq9.ruleSet, { ...answers, thoughts });
      expect(urgency).toBe('urgent');
      expect(decidedBy.map(({ rule }) => rule)).toContain('thoughts-of-death-or-self-harm');
      expect(advice.map(({ id }) => id)).toContain('talk-about-the-thoughts');
      expect(contacts.filter(({ crisis }) => crisis).map(({ id }) => id)).toContain('lifeline-988');
    }),
    { numRuns: 200 },
  );
});

test.each([phq9, gad7])('the notice of its owners stands with the questions', ({ ruleSet }) => {
  expect(ruleSet.about).toContain(PERMISSION);
});
