import { coverage, type Judged, percentMet } from '../analysis/coverage.ts';
import { suggest, type Suggestion } from '../analysis/obligations/suggest.ts';
import { verdict } from '../engine/verdict.ts';
import type { Case } from '../model/case.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { CoveredThing, CoverageReport } from '../report/cases/coverage.ts';
import type { SuggestedCase } from '../report/cases/suggestions.ts';
import type { NamedRules, Trial } from './trials.ts';

/** What the cases show of each rule set, with at most so many suggestions for each. */
export function coverageOf(trials: readonly Trial[], suggestions: number): readonly CoverageReport[] {
  const all = [...new Set(trials.map(({ rules }) => rules))];
  return all.map((rules) => report(rules, trials.filter((trial) => trial.rules === rules).map((trial) => trial.case), suggestions));
}

function report(rules: NamedRules, cases: readonly Case[], suggestions: number): CoverageReport {
  const { ruleSet, file } = rules;
  const judged = coverage(ruleSet, cases);
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version, digest: ruleSet.digest },
    file,
    percent: percentMet(judged),
    things: judged.map((each) => thing(rules, each)),
    suggestions: suggest(ruleSet, cases, judged, suggestions).map((suggestion) => suggested(ruleSet, suggestion)),
  };
}

function thing({ placeOf }: NamedRules, { obligation: { kind, rule, name, path }, standing, missing }: Judged): CoveredThing {
  return { kind, ...(rule !== undefined && { rule }), name, standing, missing: missing.flatMap(({ side }) => side ?? []), place: placeOf(...path) };
}

function suggested(ruleSet: RuleSet, { answers, near, shows: { obligation, sight } }: Suggestion): SuggestedCase {
  const { kind, rule, name } = obligation;
  const { status, level, urgency, decidedBy } = verdict(ruleSet, answers);
  return {
    answers,
    shows: { kind, name, ...(rule !== undefined && { rule }), ...(sight.side !== undefined && { side: sight.side }) },
    ...(near && { near: { name: near.case.name, place: near.case.place, changed: near.changed } }),
    outcome: { status, level, urgency, decidedBy },
  };
}
