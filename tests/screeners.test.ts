import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Chalk } from 'chalk';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../src/analysis/check.ts';
import { BUILT_IN } from '../src/files/built-in.ts';
import { assess } from '../src/engine/assess.ts';
import { verdict } from '../src/engine/verdict.ts';
import { readRuleSet, type RuleSetFile } from '../src/language/rule-set.ts';
import type { Answers } from '../src/model/answers.ts';
import { en } from '../src/messages/en.ts';
import { es } from '../src/messages/es.ts';
import { say } from '../src/messages/messages.ts';
import { answersTo } from './random-rule-sets.ts';
import { assessmentBundle } from '../src/report/fhir/bundle.ts';
import { factsOf } from './report/facts.ts';
import { viewOf } from './report/told.ts';
import { assessmentText } from '../src/report/text.ts';
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

  test('does not change in silence: the changelog names its version and digest (H13)', () => {
    expect(readFileSync(path.resolve(RULES, '../CHANGELOG.md'), 'utf8')).toContain(`${ruleSet.id} ${ruleSet.version} ${ruleSet.digest}`);
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

test.each(BANDS)('%s tells the total of any answers, and none while one is missing', (_, file) => {
  const { ruleSet } = file;
  fc.assert(
    fc.property(answersTo(ruleSet), fc.constantFrom(...ruleSet.questions.filter(({ kind }) => kind === 'need')), (answers, { id }) => {
      expect(assess(ruleSet, answers).scores).toEqual({ total: total(file, answers) });
      const { [id]: _missing, ...rest } = answers;
      expect(assess(ruleSet, rest).scores).toEqual({ total: null });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['PHQ-9', phq9, 27],
  ['GAD-7', gad7, 21],
  ['AUDIT-C', auditC, 12],
])('a result of the %s shows its total, and speaks of no level of care', (_, file, most) => {
  const { ruleSet } = file;
  fc.assert(
    fc.property(answersTo(ruleSet), fc.constantFrom(en, es.messages), (answers, messages) => {
      const view = viewOf(ruleSet, answers, messages);
      const facts = factsOf(view);
      expect(facts).toContain(say(messages, 'screenTotal', { total: total(file, answers), most }));
      expect(facts.filter((fact) => /level of care|(more|less) care|nivel de atención|(más|menos) atención/i.test(fact))).toEqual([]);
      expect(view.sections.map(({ id }) => id)).not.toContain('change');
    }),
    { numRuns: 200 },
  );
});

/** Results that ask for haste, by the section that a page begins with after help, and the reasons for each. */
const PRESSING: readonly (readonly [name: string, file: RuleSetFile, answers: Answers, first: string, result: readonly string[], soon: readonly string[]])[] = [
  ['the least total with thoughts every day', phq9, { ...all(phq9, 0), thoughts: 'nearly-every-day' }, 'why-urgent', ['total-0-to-4'], ['thoughts-of-death-or-self-harm']],
  ['a mild total with thoughts', phq9, { ...all(phq9, 0), mood: 'more-than-half', sleep: 'more-than-half', thoughts: 'several-days' }, 'why-urgent', ['total-5-to-9'], ['thoughts-of-death-or-self-harm']],
  ['the greatest total with thoughts', phq9, all(phq9, 3), 'why-urgent', ['total-20-to-27'], ['thoughts-of-death-or-self-harm']],
  ['a high total without thoughts', phq9, { ...all(phq9, 3), thoughts: 'not-at-all' }, 'result', ['total-20-to-27'], []],
  ['a high total of anxiety', gad7, all(gad7, 3), 'result', ['total-15-to-21'], []],
  ['much to drink on most days', auditC, all(auditC, 4), 'why-urgent', ['total-4-to-12'], ['much-on-most-days']],
];

/** The option at this place as the answer to every question but notes. */
function all({ ruleSet }: RuleSetFile, place: number): Answers {
  return Object.fromEntries(ruleSet.questions.flatMap(({ id, kind, ...question }) => ('options' in question && kind !== 'note' ? [[id, question.options[place]?.id ?? '']] : [])));
}

test.each(PRESSING)('where a screen asks for haste, how soon comes before the total, and the reasons for each stand apart: %s (H49)', (_, { ruleSet }, answers, first, result, soon) => {
  const view = viewOf(ruleSet, answers);
  const reasonsIn = (section: string): readonly string[] => {
    const facts = new Set(factsOf({ ...view, sections: view.sections.filter(({ id }) => id === section) }));
    return ruleSet.rules.filter(({ because }) => facts.has(because)).map(({ id }) => id);
  };
  expect(view.sections.find(({ id }) => id !== 'help-first')?.id).toBe(first);
  expect([reasonsIn('why-level'), reasonsIn('why-urgent')]).toEqual([result, soon]);
  const kinds = view.sections.flatMap(({ parts }) => parts.map(({ kind }) => kind));
  expect(kinds.filter((kind) => kind === 'soon')).toHaveLength(1);
  expect(kinds.indexOf('soon')).toBeLessThan(kinds.indexOf('lead'));
  const text = assessmentText(view, { width: 80, chalk: new Chalk({ level: 0 }) }).replaceAll(/\s+/g, ' ');
  expect(text).not.toMatch(/weeks go on|nothing is to be done|each of these reasons/i);
  const next = text.slice(text.lastIndexOf(en.nextHeading));
  expect(next.indexOf('How soon')).toBeLessThan(next.indexOf('Result of these questions'));
});

test.each([
  ['PHQ-9', phq9],
  ['AUDIT-C', auditC],
])('no result of the %s that asks for haste speaks of weeks that go on, whatever is answered so far (H49)', (_, { ruleSet }) => {
  fc.assert(
    fc.property(answersTo(ruleSet, { missing: true }), (answers) => {
      fc.pre(assess(ruleSet, answers).urgency !== 'routine');
      const facts = factsOf(viewOf(ruleSet, answers));
      expect(facts.filter((fact) => /weeks go on/.test(fact))).toEqual([]);
      expect(facts.filter((fact) => fact.startsWith('How soon'))).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('before all questions of the PHQ-9 are answered, thoughts come first, too', () => {
  const { sections } = viewOf(phq9.ruleSet, { thoughts: 'several-days' });
  expect(sections.map(({ id }) => id).slice(0, 4)).toEqual(['help-first', 'why-urgent', 'next', 'result']);
  expect(sections.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'soon'))).toHaveLength(1);
});

test('a health record promises no calm weeks to someone with thoughts of death', () => {
  const { ruleSet } = phq9;
  const bundleOf = (thoughts: string): string => JSON.stringify(assessmentBundle({ ruleSet, assessment: assess(ruleSet, { ...all(phq9, 0), thoughts }), messages: en, today: '2026-01-01' }, { response: 'a', riskAssessment: 'b' }));
  expect(bundleOf('not-at-all')).toContain('weeks go on');
  expect(bundleOf('several-days')).not.toContain('weeks go on');
});

test('a health record holds the total, and no level of care', () => {
  const { ruleSet } = auditC;
  const assessment = assess(ruleSet, Object.fromEntries(ruleSet.questions.map((question) => [question.id, question.type === 'choice' ? (question.options.at(-1)?.id ?? '') : 0])));
  const bundle = JSON.stringify(assessmentBundle({ ruleSet, assessment, messages: en, today: '2026-01-01' }, { response: 'a', riskAssessment: 'b' }));
  expect(bundle).toContain(say(en, 'screenTotal', { total: 12, most: 12 }));
  expect(bundle).not.toMatch(/level of care/i);
});

test('with answers missing a screen shows no total, and which bands are possible', () => {
  const facts = factsOf(viewOf(auditC.ruleSet, { often: 'never' }));
  expect(facts.filter((fact) => /total: \d/.test(fact))).toEqual([]);
  expect(facts.find((fact) => fact.startsWith(en.screenOpen))).toBeDefined();
});

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
