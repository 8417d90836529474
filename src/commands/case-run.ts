import { assess } from '../engine/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Case, Expectation } from '../model/case.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { CaseResult, Difference, Spelled } from '../report/cases/run.ts';

/** Assesses the answers of a case and compares the result with what the case expects. */
export function runCase(ruleSet: RuleSet, run: Case): CaseResult {
  const assessment = assess(ruleSet, run.answers);
  return {
    case: run,
    differences: differences(run.expect, assessment),
    status: assessment.status,
    fired: [...assessment.decidedBy, ...assessment.alsoMatched],
  };
}

function differences(expect: Expectation, assessment: Assessment): Difference[] {
  return [
    ...compare('status', expect.status, assessment.status),
    ...compare('level', expect.level, assessment.level),
    ...compare('range', expect.range, assessment.range),
    ...compare('urgency', expect.urgency, assessment.urgency),
    ...among('decidedBy', expect.decidedBy, assessment.decidedBy.map(({ rule }) => rule)),
    ...among('advice', expect.advice, assessment.advice.map(({ id }) => id)),
  ];
}

function compare(of: keyof Expectation, expected: Spelled | undefined, received: Spelled): Difference[] {
  return expected === undefined || String(expected) === String(received) ? [] : [{ of, expected, received }];
}

/** A case may name some of the ids that are there; an empty list says that there are none. */
function among(of: keyof Expectation, expected: readonly string[] | undefined, received: readonly string[]): Difference[] {
  if (expected === undefined) return [];
  const met = expected.length === 0 ? received.length === 0 : expected.every((id) => received.includes(id));
  return met ? [] : [{ of, expected, received }];
}
