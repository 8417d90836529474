import { beforeAll, describe, expect, test } from 'vitest';
import { decodeOutcome, OUT_OF_SCOPE, outcomeDiagram } from '../src/analysis/outcome.ts';
import { encode } from '../src/engine/coding.ts';
import { tableOf } from '../src/engine/table.ts';
import { verdict, type Verdict } from '../src/engine/verdict.ts';
import type { Answers } from '../src/model/answers.ts';
import { NOT_SURE, URGENCIES } from '../src/model/rule-set.ts';
import { completions, naive, values } from './naive.ts';
import { MODERATE } from './cli/program.ts';
import { factsOf } from './report/facts.ts';
import { viewOf } from './report/told.ts';
import { adult, adultInSpanish } from './rule-sets.ts';

/** Every answer set of the adult rule set, in the order of their codes, with what the engine makes of it. */
const all: { readonly answers: Answers; readonly verdict: Verdict }[] = [];
const ruleSet = adult();
const { coding } = tableOf(ruleSet);
const levels = ruleSet.levels.map(({ id }) => id);

/** Where the answers stand in `all`: their codes as the digits of a number. */
function indexOf(answers: Answers): number {
  const codes = encode(coding, answers);
  return coding.required.reduce((index, position) => index * (coding.sizes[position] as number) + (codes[position] as number), 0);
}

const at = (answers: Answers): Verdict => all[indexOf(answers)]?.verdict as Verdict;
const measures = (result: Verdict): readonly [number, number] => [levels.indexOf(result.level ?? ''), URGENCIES.indexOf(result.urgency)];

beforeAll(() => {
  for (const answers of completions(ruleSet, {})) all.push({ answers, verdict: verdict(ruleSet, answers) });
}, 120_000);

describe('every answer set of the adult rule set', () => {
  test('is where its codes put it', () => {
    expect(all.findIndex(({ answers }, index) => indexOf(answers) !== index)).toBe(-1);
  });

  test('one meaning: engine, naive evaluator and diagram agree (H40)', { timeout: 120_000 }, () => {
    const { diagrams, outcome } = outcomeDiagram(ruleSet);
    const differing = all.filter(({ answers, verdict: result }) => {
      const plain = naive(ruleSet, answers);
      const { level, urgency } = decodeOutcome(diagrams.valueAt(outcome, encode(coding, answers)));
      const same = plain.status === result.status && plain.level === result.level && plain.urgency === result.urgency;
      const sameRules = plain.decidedBy.join() === result.decidedBy.join() && plain.alsoMatched.join() === result.alsoMatched.join();
      return !same || !sameRules || (level === OUT_OF_SCOPE ? result.status !== 'out-of-scope' : levels[level] !== result.level) || URGENCIES[urgency] !== result.urgency;
    });
    expect(differing).toEqual([]);
  });

  test('gets a level when it is in scope: no gap', () => {
    expect(all.filter(({ answers, verdict: { status } }) => answers['age'] === 'adult' && status !== 'decided')).toEqual([]);
  });

  test('a worse answer to a need never lowers level or urgency (H01)', () => {
    const needs = ruleSet.questions.filter(({ kind }) => kind === 'need');
    const lowered = all.flatMap(({ answers, verdict: before }) =>
      needs.flatMap((question) => {
        const options = values(question);
        const worse = options[options.indexOf(answers[question.id] as string) + 1];
        if (worse === undefined) return [];
        const [level, urgency] = measures(before);
        const [worseLevel, worseUrgency] = measures(at({ ...answers, [question.id]: worse }));
        return worseLevel < level || worseUrgency < urgency ? [{ answers, worse }] : [];
      }),
    );
    expect(lowered).toEqual([]);
  });

  test('not sure is never taken for less than the mildest answer, and never for the mildest where safety is at stake (H03)', () => {
    const needs = ruleSet.questions.filter(({ notSure }) => notSure !== undefined);
    const lowered = needs.flatMap((question) => {
      const mildest = all.filter(({ answers }) => answers[question.id] === values(question)[0]);
      return mildest.filter(({ answers, verdict: before }) => {
        const [level, urgency] = measures(before);
        const [unsureLevel, unsureUrgency] = measures(at({ ...answers, [question.id]: NOT_SURE }));
        return unsureLevel < level || unsureUrgency < urgency;
      });
    });
    expect(lowered).toEqual([]);
    for (const id of ['safety', 'detox', 'medical']) {
      const question = ruleSet.questions.find((candidate) => candidate.id === id);
      expect(question?.notSure, id).toBeDefined();
      expect(question?.notSure, id).not.toBe(question?.type === 'choice' ? question.options[0]?.id : undefined);
    }
  });

  test('someone under 18 never gets a level, but still an urgency (H22)', () => {
    const young = all.filter(({ answers }) => answers['age'] === 'under-18');
    expect(young.filter(({ verdict: { level, range, status } }) => level !== null || range !== null || status !== 'out-of-scope')).toEqual([]);
    expect(young.filter(({ answers, verdict: { urgency } }) => urgency !== at({ ...answers, age: 'adult' }).urgency)).toEqual([]);
  });

  test('a plan, intent or dangerous withdrawal is always an emergency (H01)', () => {
    const danger = all.filter(({ answers }) => answers['safety'] === 'imminent' || answers['detox'] === 'dangerous');
    expect(danger.length).toBeGreaterThan(0);
    expect(danger.filter(({ verdict: { urgency } }) => urgency !== 'emergency')).toEqual([]);
    expect(danger.filter(({ answers, verdict: { level } }) => answers['age'] === 'adult' && level !== 'inpatient')).toEqual([]);
  });

  test('not everything ends in crisis: every level and urgency is reached, and an emergency takes an answer that names danger (H02)', () => {
    expect(new Set(all.map(({ verdict: { level } }) => level))).toEqual(new Set([null, ...levels]));
    expect(new Set(all.map(({ verdict: { urgency } }) => urgency))).toEqual(new Set(URGENCIES));
    const dangers: Readonly<Record<string, string>> = { safety: 'imminent', detox: 'dangerous', severity: 'extreme', medical: 'unstable' };
    const alarms = all.filter(
      ({ answers, verdict: { urgency } }) => urgency === 'emergency' && Object.entries(dangers).every(([id, danger]) => answers[id] !== danger),
    );
    expect(alarms).toEqual([]);
  });

  test('every rule decides somewhere', () => {
    const deciding = new Set(all.flatMap(({ verdict: { status, decidedBy } }) => (status === 'decided' ? decidedBy : [])));
    expect(ruleSet.rules.map(({ id }) => id).filter((id) => !deciding.has(id))).toEqual([]);
  });

  test.each([
    ['English', adult()],
    ['Spanish', adultInSpanish()],
  ])('a reason for haste is true whatever the level is, so it names no level and no program: %s', (_, { levels: named, rules }) => {
    const names = named.flatMap(({ name, short = name }) => [name, short]);
    const program = new RegExp(
      [...names, 'program', 'outpatient', 'inpatient', 'residential', 'day and night care', 'care day and night', 'a place to stay', 'weekly', 'hours a week', 'sessions?', 'ambulatori', 'residencial', 'atención de día y de noche', 'un lugar donde quedarse', 'por semana', 'sesion'].join('|'),
      'i',
    );
    const pressing = rules.filter(({ urgency }) => urgency !== 'routine');
    expect(pressing.length).toBeGreaterThan(10);
    expect(pressing.filter(({ because }) => program.test(because)).map(({ id }) => id)).toEqual([]);
    expect(rules.filter(({ because }) => program.test(because)).length).toBeGreaterThan(10);
  });

  test('someone under 18 reads of no level and no program among the reasons (H22)', () => {
    const view = viewOf(ruleSet, { ...MODERATE, age: 'under-18', severity: 'severe', home: 'unsafe', support: 'none', safety: 'active', history: 'intensive' });
    const words = factsOf({ ...view, sections: view.sections.filter(({ id }) => ['result', 'why-urgent', 'notice'].includes(id)) }).filter((fact) => !fact.startsWith('You said: '));
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((fact) => /program|IOP|PHP|24-hour|the level is/i.test(fact))).toEqual([]);
  });

  test('passing thoughts of death: someone to talk to this week, and a first visit in two weeks, wherever it is said', () => {
    const facts = factsOf(viewOf(ruleSet, { ...MODERATE, safety: 'passive' })).filter((fact) => /thoughts/i.test(fact) && /(this|the|two) weeks?/i.test(fact));
    expect(facts).toHaveLength(2);
    for (const fact of facts) expect(fact).toMatch(/this week/);
    expect(facts.join(' ')).toMatch(/first visit within two weeks.*do not wait for your first visit/);
  });

  test('every level is traceable to a sourced rule', () => {
    const sources = new Map(ruleSet.rules.map(({ id, sources: named }) => [id, named]));
    expect(all.filter(({ verdict: { status, decidedBy } }) => status === 'decided' && !decidedBy.every((id) => (sources.get(id)?.length ?? 0) > 0))).toEqual([]);
    expect(all.filter(({ verdict: { status, decidedBy } }) => status === 'decided' && decidedBy.length === 0)).toEqual([]);
  });

  test('the schedule moves the level by one step at most', () => {
    const moved = all.filter(({ answers, verdict: before }) => {
      const others = ['days', 'part', 'evenings', 'limited'].map((schedule) => measures(at({ ...answers, schedule }))[0]);
      return before.status === 'decided' && Math.max(...others) - Math.min(...others) > 1;
    });
    expect(moved).toEqual([]);
  });

  test('a missing answer never lowers what was asked for (H04)', () => {
    const sample = all.filter((_, index) => index % 997 === 0);
    const lowered = sample.flatMap(({ answers, verdict: { level, urgency } }) =>
      Object.keys(answers).filter((id) => {
        const { [id]: _, ...rest } = answers;
        const open = verdict(ruleSet, rest);
        if (open.status === 'decided' || open.level !== null) return true;
        const [least, greatest] = open.range ?? ['', ''];
        const outside = level !== null && open.range !== null && (levels.indexOf(least) > levels.indexOf(level) || levels.indexOf(greatest) < levels.indexOf(level));
        return outside || URGENCIES.indexOf(open.urgencyRange[1]) < URGENCIES.indexOf(urgency);
      }),
    );
    expect(lowered).toEqual([]);
  });
});
