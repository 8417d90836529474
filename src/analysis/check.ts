import type { Place, Problem } from '../model/problem.ts';
import type { Proof, Tally } from '../model/proof.ts';
import { type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import type { Row } from '../engine/table.ts';
import { attempt } from './attempt.ts';
import { contactStale } from './checks/contact-stale.ts';
import { duplicate } from './checks/duplicate.ts';
import { gap } from './checks/gap.ts';
import { levelNeverReached } from './checks/level-never-reached.ts';
import { neverMatches } from './checks/never-matches.ts';
import { noSafetyProperty } from './checks/no-safety-property.ts';
import { notMonotone } from './checks/not-monotone.ts';
import { notSureMildest } from './checks/not-sure-mildest.ts';
import { optionWithoutEffect } from './checks/option-without-effect.ts';
import { propertyFails } from './checks/property-fails.ts';
import { redundant } from './checks/redundant.ts';
import { shadowed } from './checks/shadowed.ts';
import { unused } from './checks/unused.ts';
import { conditionsOf, runStarts } from './conditions.ts';
import { TooManyNodes } from './diagram.ts';
import { listed } from './deciding.ts';
import { costliestFirst, decodeOutcome, NO_RULE, OUT_OF_SCOPE, outcomeDiagram } from './outcome.ts';
import { spaceOf } from './space.ts';
import type { Check, Subject } from './subject.ts';

const CHECKS: readonly Check[] = [
  gap,
  neverMatches,
  shadowed,
  duplicate,
  redundant,
  notMonotone,
  notSureMildest,
  optionWithoutEffect,
  unused,
  levelNeverReached,
  contactStale,
  noSafetyProperty,
];

export interface CheckResult {
  readonly findings: readonly Problem[];
  readonly proof: Proof;
}

/** Rules that are named when the answer sets cannot be counted. */
const MOST_NAMED = 5;

/** How often all searches of one check together may look at a statement: some ten seconds. */
const MOST_EFFORT = 40_000_000;

/** Everything that can be said about a rule set without trying people on it. Findings in the order of the file. */
export function check(ruleSet: RuleSet, { placeOf, today }: Pick<Subject, 'placeOf' | 'today'>): CheckResult {
  const subject: Subject = { ...spaceOf(ruleSet), effort: { left: MOST_EFFORT }, tries: triesOf(ruleSet), placeOf, today };
  const properties = propertyFails(subject);
  const { tallies, uncounted } = count(ruleSet, placeOf);
  const { sizes, required } = subject.table.coding;
  return {
    findings: [...CHECKS.flatMap((ask) => ask(subject)), ...properties.findings, ...uncounted].sort(byPlace),
    proof: {
      answerSets: required.reduce((product, position) => product * BigInt(sizes[position] as number), 1n),
      ...(tallies === undefined ? {} : { tallies }),
      properties: properties.holding,
    },
  };
}

/** Whatever the checks ask is asked in rules, scope and properties: answers that none of them tells apart need one look. */
function triesOf(ruleSet: RuleSet): readonly (readonly number[])[] {
  const scope = [ruleSet.scope?.when].filter((when) => when !== undefined);
  const conditions = [...ruleSet.rules.map(({ when }) => when), ...scope, ...ruleSet.properties.flatMap(conditionsOf)];
  return ruleSet.questions.map((question) => runStarts(ruleSet, question, conditions));
}

function count(ruleSet: RuleSet, placeOf: Subject['placeOf']): { tallies?: readonly Tally[]; uncounted: readonly Problem[] } {
  const counted = (): { tallies: readonly Tally[]; uncounted: readonly Problem[] } => {
    const { diagrams, outcome } = outcomeDiagram(ruleSet);
    return { tallies: [...diagrams.counts(outcome)].sort(([a], [b]) => a - b).map(([value, sets]) => tally(ruleSet, value, sets)), uncounted: [] };
  };
  return attempt(TooManyNodes, counted, () => ({ uncounted: [notCounted(ruleSet, placeOf)] }));
}

function notCounted(ruleSet: RuleSet, placeOf: Subject['placeOf']): Problem {
  const costliest = costliestFirst(ruleSet).slice(0, MOST_NAMED);
  return {
    code: 'not-counted',
    severity: 'note',
    message: `the answer sets are more than can be counted; the rules that cost most, since they tie the most questions together: ${listed(costliest)}`,
    help: 'the other findings stand: they do not need the count',
    place: placeOf('rules', (costliest[0] as Row).rule.id),
  };
}

function tally(ruleSet: RuleSet, value: number, answerSets: bigint): Tally {
  const { level, urgency } = decodeOutcome(value);
  const status = level === OUT_OF_SCOPE ? 'out-of-scope' : level === NO_RULE ? 'no-rule' : 'decided';
  return { level: ruleSet.levels[level]?.id ?? null, status, urgency: URGENCIES[urgency] as Urgency, answerSets };
}

function byPlace(a: Problem, b: Problem): number {
  const [one, other] = [a.place as Place, b.place as Place];
  return one.line - other.line || one.column - other.column;
}
