import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, parseDocument, visit } from 'yaml';
import { answerFrom } from '../src/commands/answer-flags.ts';
import { runCase } from '../src/commands/case-run.ts';
import { csvRecords } from '../src/commands/csv-records.ts';
import { jsonRecords } from '../src/commands/records.ts';
import { assess } from '../src/engine/assess.ts';
import { verdict } from '../src/engine/verdict.ts';
import { OPENING, type State, step } from '../src/interview/state.ts';
import { checkAnswers, readAnswers } from '../src/language/answers.ts';
import { readRuleSet } from '../src/language/rule-set.ts';
import { en } from '../src/messages/en.ts';
import type { Answer, Answers } from '../src/model/answers.ts';
import { NOT_SURE, type Question, type RuleSet } from '../src/model/rule-set.ts';
import { assessmentBundle } from '../src/report/fhir/bundle.ts';
import { casesIn } from './case-file.ts';
import { loweredByDropping } from './dropped.ts';
import { transcript } from './interview/transcript.ts';
import { completions } from './naive.ts';
import { answersTo, ruleSets } from './random-rule-sets.ts';
import { adult, valueOf } from './rule-sets.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const TEXT = readFileSync(path.join(ROOT, 'rules/adult.yaml'), 'utf8');

/** The notes of the adult rule set are lists, or left out. */
const notes = fc.record({ focus: someOf('focus'), goals: someOf('goals') }, { requiredKeys: [] });
const adultAnswers = fc.tuple(answersTo(adult()), notes).map(([answers, given]) => [adult(), { ...withoutNotes(answers), ...given }] as const);
const randomAnswers = ruleSets().chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet)));
const order = fc.infiniteStream(fc.nat());

function someOf(id: string): fc.Arbitrary<readonly string[]> {
  const question = adult().questions.find((each) => each.id === id);
  return fc.subarray(question?.type === 'choice' ? question.options.map((option) => option.id) : [], { minLength: 1 });
}

function withoutNotes(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !['focus', 'goals'].includes(id)));
}

/** The items in an order that the numbers choose. */
function shuffled<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  return items.map((item) => ({ item, at: Number(numbers.next().value) })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** What a result says, apart from the order in which it is said. */
function said(ruleSet: RuleSet, answers: Answers): unknown {
  const { decidedBy, alsoMatched, ...rest } = verdict(ruleSet, answers);
  return { ...rest, decidedBy: decidedBy.toSorted(), alsoMatched: alsoMatched.toSorted() };
}

describe('the order makes no difference', () => {
  test('of the keys of answers: in JSON, in YAML, and in a record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(adultAnswers, randomAnswers), order, async ([ruleSet, answers], numbers) => {
        const entries = shuffled(Object.entries(answers), numbers);
        const json = JSON.stringify(Object.fromEntries(entries));
        const yaml = entries.map(([id, answer]) => `${id}: ${JSON.stringify(answer)}\n`).join('');
        const record = jsonRecords(ruleSet, { partial: false })({ line: 1, text: { ok: true, value: json } }).answers;
        for (const read of [await readAnswers(ruleSet, json, 'a.json'), await readAnswers(ruleSet, yaml, 'a.yaml'), record]) {
          expect(Object.entries(valueOf(read))).toEqual(Object.entries(answers));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of the keys of a rule set, at any depth: the same digest, so the same behaviour (H13)', () => {
    fc.assert(
      fc.property(order, (numbers) => {
        const document = parseDocument(TEXT);
        visit(document, { Map: (_, map) => void (map.items = shuffled(map.items, numbers)) });
        expect(isMap(document.contents)).toBe(true);
        const mixed = valueOf(readRuleSet(document.toString(), 'mixed.yaml')).ruleSet;
        expect(mixed.digest).toBe(adult().digest);
      }),
      { numRuns: 5 },
    );
  });

  test('of rules: on every answer set of the adult rule set, and on random rule sets (H01)', () => {
    const mixed = { ...adult(), rules: adult().rules.toReversed() };
    const differing = completions(adult(), {}).filter((answers) => {
      const [a, b] = [verdict(adult(), answers), verdict(mixed, answers)];
      return a.level !== b.level || a.urgency !== b.urgency || a.status !== b.status || a.decidedBy.length !== b.decidedBy.length;
    });
    expect(differing).toEqual([]);
    fc.assert(
      fc.property(randomAnswers, order, ([ruleSet, answers], numbers) => {
        expect(said({ ...ruleSet, rules: shuffled(ruleSet.rules, numbers) }, answers)).toEqual(said(ruleSet, answers));
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  test('of cases', () => {
    const trials = casesIn(path.join(ROOT, 'rules/adult.cases.yaml'));
    const failing = (list: typeof trials): string[] => list.filter((trial) => runCase(adult(), trial.case).differences.length > 0).map((trial) => trial.case.name);
    expect([...failing(trials.toReversed())].sort()).toEqual([...failing(trials)].sort());
  });
});

test('a dropped answer never lowers what is possible, and never gets a level: each answer of every 97th answer set (H04)', () => {
  expect(loweredByDropping(adult(), 97)).toEqual([]);
});

/** The mark that is typed for an answer. */
function mark(question: Question, answer: Answer): string {
  if (question.type === 'integer') return answer === NOT_SURE ? 'n' : String(answer);
  const marks = [answer].flat().map((id) => question.options.findIndex((option) => option.id === id) + 1 || question.options.length + 1);
  return marks.join(',');
}

/** What to type to give these answers, going on past each help screen. */
function typed(ruleSet: RuleSet, answers: Answers): readonly string[] {
  const lines: string[] = [];
  for (let state: State = OPENING; state.at !== 'finished' && state.at !== 'left'; ) {
    const given = state.at === 'question' ? answers[state.question.id] : undefined;
    if (state.at === 'question') lines.push(given === undefined ? 's' : mark(state.question, given));
    else lines.push({ opening: '', help: 'g', review: 'r' }[state.at]);
    if (state.at === 'question') state = step(ruleSet, state, given === undefined ? { type: 'skip' } : { type: 'answer', answer: given });
    else state = step(ruleSet, state, { type: 'go-on' });
  }
  return lines;
}

/** The same answers by every way in. */
async function everyWay(ruleSet: RuleSet, answers: Answers): Promise<Readonly<Record<string, unknown>>> {
  const pairs = Object.entries(answers);
  const text = (answer: Answer): string => [answer].flat().join(';');
  const header = { line: 1, text: { ok: true, value: pairs.map(([id]) => id).join(',') } } as const;
  const row = { line: 2, text: { ok: true, value: pairs.map(([, answer]) => text(answer)).join(',') } } as const;
  const flags = pairs.map(([id, answer]) => {
    const question = ruleSet.questions.find((each) => each.id === id) as Question;
    return { question: id, value: answerFrom(question, [text(answer)]), at: `--${id}` };
  });
  const ids = { response: '00000000-0000-4000-8000-000000000001', riskAssessment: '00000000-0000-4000-8000-000000000002' };
  const bundle = assessmentBundle({ ruleSet, assessment: assess(ruleSet, answers), messages: en, today: '2026-01-01' }, ids);
  const interviewed = await transcript(ruleSet, typed(ruleSet, answers));
  return {
    json: valueOf(await readAnswers(ruleSet, JSON.stringify(answers), 'a.json')),
    yaml: valueOf(await readAnswers(ruleSet, pairs.map(([id, answer]) => `${id}: ${JSON.stringify(answer)}\n`).join(''), 'a.yaml')),
    flags: valueOf(checkAnswers(ruleSet, flags)),
    record: valueOf(jsonRecords(ruleSet, { partial: false })({ line: 1, text: { ok: true, value: JSON.stringify(answers) } }).answers),
    row: valueOf(csvRecords(ruleSet, { partial: false }, header, 'a.csv')(row).answers),
    fhir: valueOf(await readAnswers(ruleSet, JSON.stringify(bundle), 'a.json')),
    interview: interviewed.shown[0],
  };
}

test.each([
  ['the adult rule set', adultAnswers, 60],
  ['random rule sets', randomAnswers, 150],
] as const)('JSON, YAML, flags, records, rows, FHIR and the interview come to the same: %s (H40)', async (_what, arbitrary, numRuns) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async ([ruleSet, answers]) => {
      // Someone out of scope is asked less in an interview.
      fc.pre(verdict(ruleSet, answers).status !== 'out-of-scope');
      for (const [way, given] of Object.entries(await everyWay(ruleSet, answers))) expect({ way, given }).toEqual({ way, given: answers });
    }),
    { numRuns },
  );
}, 60_000);
