import type { Answers } from '../model/answers.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { type Codes, encode } from './coding.ts';
import { decide, isComplete, missing, named } from './decision.ts';
import { tableOf } from './table.ts';
import { type Verdict, Verdicts } from './verdicts.ts';

export type { Verdict } from './verdicts.ts';

const known = new WeakMap<RuleSet, Verdicts>();

/** What the rules say of some answers, without the words. Complete answers are fast, the first ones apart. */
export function verdict(ruleSet: RuleSet, answers: Answers): Verdict {
  let verdicts = known.get(ruleSet);
  const table = verdicts?.table ?? tableOf(ruleSet);
  const codes = encode(table.coding, answers, verdicts?.codes);
  if (!isComplete(table, codes)) return plainVerdict(ruleSet, codes);
  if (verdicts === undefined) {
    verdicts = new Verdicts(ruleSet);
    known.set(ruleSet, verdicts);
  }
  return verdicts.inFull(codes);
}

/** The same without masks: each condition is tested, and the range is searched for. */
export function plainVerdict(ruleSet: RuleSet, codes: Codes): Verdict {
  const table = tableOf(ruleSet);
  const made = decide(table, codes);
  return {
    ...named(ruleSet, made),
    decidedBy: made.decidedBy.map((row) => row.rule.id),
    alsoMatched: made.alsoMatched.map((row) => row.rule.id),
    ...missing(table, codes),
  };
}
