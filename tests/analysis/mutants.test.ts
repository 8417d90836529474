import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { Diagrams } from '../../src/analysis/diagram.ts';
import { diff } from '../../src/analysis/diff/diff.ts';
import { outcomeNode } from '../../src/analysis/outcome.ts';
import { runCase } from '../../src/commands/case-run.ts';
import { assess } from '../../src/engine/assess.ts';
import { tableOf } from '../../src/engine/table.ts';
import { verdict } from '../../src/engine/verdict.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { hasFailed } from '../../src/report/cases/run.ts';
import { casesIn } from '../case-file.ts';
import { adultWithPlaces } from '../rule-sets.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { shown } from './shown.ts';

const { ruleSet: adult, placeOf } = adultWithPlaces();
const today = adult.contacts.map(({ checked }) => checked).toSorted().at(-1) ?? '';
const cases = casesIn(path.resolve(import.meta.dirname, '../../rules/adult.cases.yaml')).map(({ case: each }) => ({ ...each, was: JSON.stringify(verdict(adult, each.answers)) }));
const mutants = mutantsOf(adult);

/** Who reports a fault: the cases, else the check, else the difference; or nobody, where there is nothing to report. */
type Reporter = 'cases' | 'check' | 'diff' | 'nobody, for it is none' | 'nobody';

function reporterOf({ ruleSet, clutter }: Mutant): Reporter {
  if (clutter) return checkFinds(ruleSet) ? 'check' : 'nobody';
  if (caseFails(ruleSet)) return 'cases';
  if (equivalent(ruleSet)) return 'nobody, for it is none';
  if (checkFinds(ruleSet)) return 'check';
  return differs(ruleSet) ? 'diff' : 'nobody';
}

/** Errors or warnings, each with answers that show it. */
function checkFinds(mutant: RuleSet): boolean {
  const findings = check(mutant, { placeOf, today }).findings.filter(({ severity }) => severity !== 'note');
  return findings.length > 0 && findings.every((finding) => shown(mutant, finding));
}

/** Only where the verdict of a case is another can the case fail. */
function caseFails(mutant: RuleSet): boolean {
  return cases.some((each) => JSON.stringify(verdict(mutant, each.answers)) !== each.was && hasFailed(runCase(mutant, each)));
}

/** The difference that is reported, each region of it with a witness that shows it in both versions. */
function differs(mutant: RuleSet): boolean {
  const { effect, parts } = diff(adult, mutant);
  if (effect.how !== 'counted') return false;
  const witnesses = effect.moves.flatMap(({ regions }) => regions.map(({ witness }) => witness));
  const says = (ruleSet: RuleSet, { answers, level, urgency }: (typeof witnesses)[number]['old']): boolean => {
    const assessment = assess(ruleSet, answers);
    return assessment.level === level && assessment.urgency === urgency;
  };
  const replayed = witnesses.every(({ old, new: now }) => says(adult, old) && says(mutant, now) && (old.level !== now.level || old.urgency !== now.urgency));
  return replayed && (effect.changed > 0n ? witnesses.length > 0 : parts.some(({ part }) => part === 'question'));
}

/** Nobody gets another level or urgency: the two diagrams are one node. And "not sure" means the same. */
function equivalent(mutant: RuleSet): boolean {
  const { coding } = tableOf(adult);
  const diagrams = new Diagrams(coding.sizes, coding.required);
  const sure = (ruleSet: RuleSet): string => ruleSet.questions.map(({ notSure }) => String(notSure)).join();
  return outcomeNode(adult, diagrams) === outcomeNode(mutant, diagrams) && sure(adult) === sure(mutant);
}

describe('faults put into the adult rule set', () => {
  const reports = mutants.map((mutant) => ({ what: mutant.what, by: reporterOf(mutant) }));
  const by = (reporter: Reporter): string[] => reports.filter((report) => report.by === reporter).map(({ what }) => what);

  test('are many, and few of them make no difference', () => {
    expect(reports.length).toBeGreaterThan(300);
    expect(by('nobody, for it is none').length).toBeLessThan(reports.length / 5);
  });

  test('are all reported, by answers that show them', () => {
    expect(by('nobody')).toEqual([]);
    expect(by('check').length).toBeGreaterThan(100);
    expect(by('cases').length).toBeGreaterThan(300);
  });
});
