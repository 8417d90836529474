import type { Problem } from '../model/problem.ts';
import { type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
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
import { TooManyNodes } from './diagram.ts';
import { decodeOutcome, NO_RULE, OUT_OF_SCOPE, outcomeDiagram } from './outcome.ts';
import { NotProved, spaceOf } from './space.ts';
import type { Check, Subject } from './subject.ts';

const CHECKS: readonly Check[] = [
  gap,
  neverMatches,
  shadowed,
  duplicate,
  redundant,
  notMonotone,
  notSureMildest,
  propertyFails,
  optionWithoutEffect,
  unused,
  levelNeverReached,
  contactStale,
  noSafetyProperty,
];

/** How many answer sets come out the same. */
export interface Tally {
  /** Null where no level is given. */
  readonly level: string | null;
  readonly status: 'decided' | 'out-of-scope' | 'no-rule';
  readonly urgency: Urgency;
  readonly answerSets: bigint;
}

/** What is known of every answer set at once. */
export interface Proof {
  /** Answer sets in all; "not sure" counts as what it stands for. */
  readonly answerSets: bigint;
  /** Undefined when they could not be counted. */
  readonly tallies?: readonly Tally[];
  /** Ids of the properties that hold. */
  readonly properties: readonly string[];
}

export interface CheckResult {
  readonly findings: readonly Problem[];
  readonly proof: Proof;
}

/** Everything that can be said about a rule set without trying people on it. Findings in the order of the file. */
export function check(ruleSet: RuleSet, { placeOf, today }: Pick<Subject, 'placeOf' | 'today'>): CheckResult {
  const subject: Subject = { ...spaceOf(ruleSet), placeOf, today };
  const { tallies, uncounted } = count(ruleSet, placeOf);
  const findings = [...CHECKS.flatMap((ask) => settled(ask, subject)), ...uncounted].sort(byPlace);
  const broken = new Set(findings.filter(({ code }) => code === 'property-fails').map(({ place }) => place?.line));
  const { sizes, required } = subject.table.coding;
  return {
    findings,
    proof: {
      answerSets: required.reduce((product, position) => product * BigInt(sizes[position] as number), 1n),
      ...(tallies === undefined ? {} : { tallies }),
      properties: ruleSet.properties.map(({ id }) => id).filter((id) => !broken.has(placeOf('properties', id).line)),
    },
  };
}

/** The findings of one check; when its proof is out of reach, that is the finding. */
function settled(ask: Check, subject: Subject): readonly Problem[] {
  try {
    return ask(subject);
  } catch (error) {
    if (!(error instanceof NotProved)) throw error;
    return [
      {
        code: 'not-proved',
        severity: 'error',
        message: `the check \`${ask.name}\` gave up: this rule set is too tangled to settle it within the bound`,
        help: 'split rules with many alternatives, or use fewer questions in each',
        place: subject.placeOf('rules'),
      },
    ];
  }
}

function count(ruleSet: RuleSet, placeOf: Subject['placeOf']): { tallies?: readonly Tally[]; uncounted: readonly Problem[] } {
  try {
    const { diagrams, outcome } = outcomeDiagram(ruleSet);
    return { tallies: [...diagrams.counts(outcome)].sort(([a], [b]) => a - b).map(([value, sets]) => tally(ruleSet, value, sets)), uncounted: [] };
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error;
    return {
      uncounted: [
        {
          code: 'not-counted',
          severity: 'note',
          message: `the answer sets could not be counted: ${error.message}`,
          help: 'the other findings stand; they do not need the count',
          place: placeOf('rules'),
        },
      ],
    };
  }
}

function tally(ruleSet: RuleSet, value: number, answerSets: bigint): Tally {
  const { level, urgency } = decodeOutcome(value);
  const status = level === OUT_OF_SCOPE ? 'out-of-scope' : level === NO_RULE ? 'no-rule' : 'decided';
  return { level: ruleSet.levels[level]?.id ?? null, status, urgency: URGENCIES[urgency] ?? 'routine', answerSets };
}

function byPlace(a: Problem, b: Problem): number {
  const at = ({ place }: Problem): readonly [number, number] => [place?.line ?? 0, place?.column ?? 0];
  const [[lineA, columnA], [lineB, columnB]] = [at(a), at(b)];
  return lineA - lineB || columnA - columnB;
}
