import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCase } from '../src/commands/case-run.ts';
import { readCases } from '../src/language/cases.ts';
import type { Case } from '../src/model/case.ts';
import type { RuleSet } from '../src/model/rule-set.ts';
import { differenceText, firedTexts, hasFailed } from '../src/report/cases/run.ts';
import { ruleSetFrom, valueOf } from './rule-sets.ts';

interface Trial {
  readonly ruleSet: RuleSet;
  readonly case: Case;
}

/** The cases of a YAML file, each with the rule set that the file names. */
export function casesIn(file: string): readonly Trial[] {
  const ruleSets: RuleSet[] = [];
  const { cases } = valueOf(
    readCases(readFileSync(file, 'utf8'), file, (name) => {
      const rules = path.join(path.dirname(file), name);
      ruleSets.push(ruleSetFrom(readFileSync(rules, 'utf8'), rules));
      return { ok: true, value: ruleSets[0] as RuleSet };
    }),
  );
  return cases.map((each) => ({ ruleSet: ruleSets[0] as RuleSet, case: each }));
}

/** Throws where it is called, when the case does not get what it expects. */
export function run(trial: Trial): void {
  const result = runCase(trial.ruleSet, trial.case);
  if (!hasFailed(result)) return;
  const error = new Error([...result.differences.map(differenceText), 'rules that fired:', ...firedTexts(result)].join('\n'));
  Error.captureStackTrace(error, run);
  throw error;
}
