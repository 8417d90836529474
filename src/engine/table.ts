import type { Rule, RuleSet } from '../model/rule-set.ts';
import { URGENCIES } from '../model/rule-set.ts';
import { type Codes, type Coding, codingOf } from './coding.ts';
import { compile, FALSE, positionsIn, type Test, TRUE, type Truth } from './condition.ts';
import { residualOf } from './residual.ts';
import type { Statement } from './search.ts';

/** One rule, ready to meet answers. Levels and urgencies are their places, least first. */
export interface Row extends Statement {
  readonly rule: Rule;
  readonly level: number;
  readonly urgency: number;
}

/** A rule set ready to meet answers. */
export interface Table {
  readonly coding: Coding;
  readonly rows: readonly Row[];
  /** True for everyone when the rule set states no scope. */
  readonly scope: Test;
}

/** What the rules say so far; -1 where no rule asks for a level. */
export interface Bounds {
  /** Asked for by rules that hold for certain. */
  readonly level: number;
  readonly urgency: number;
  /** Asked for by rules that may still hold. */
  readonly highestLevel: number;
  readonly highestUrgency: number;
}

const tables = new WeakMap<RuleSet, Table>();

/** The table of a rule set; made once. */
export function tableOf(ruleSet: RuleSet): Table {
  const known = tables.get(ruleSet);
  if (known !== undefined) return known;
  const coding = codingOf(ruleSet);
  const levels = new Map(ruleSet.levels.map((level, place) => [level.id, place]));
  const table: Table = {
    coding,
    rows: ruleSet.rules.map((rule) => ({
      rule,
      test: compile(ruleSet, coding, rule.when),
      level: levels.get(rule.level) as number,
      urgency: URGENCIES.indexOf(rule.urgency),
      reads: new Set(positionsIn(ruleSet, coding, rule.when)),
      residual: residualOf(ruleSet, coding, rule.when),
    })),
    scope: ruleSet.scope === undefined ? () => TRUE : compile(ruleSet, coding, ruleSet.scope.when),
  };
  tables.set(ruleSet, table);
  return table;
}

/** Hit policy: of all rules that hold, the most intensive level and the most pressing urgency. */
export function boundsOf(rows: readonly Row[], codes: Codes): Bounds {
  let [level, urgency, highestLevel, highestUrgency] = [-1, 0, -1, 0];
  for (const row of rows) {
    const truth: Truth = row.test(codes);
    if (truth === FALSE) continue;
    highestLevel = Math.max(highestLevel, row.level);
    highestUrgency = Math.max(highestUrgency, row.urgency);
    if (truth !== TRUE) continue;
    level = Math.max(level, row.level);
    urgency = Math.max(urgency, row.urgency);
  }
  return { level, urgency, highestLevel, highestUrgency };
}
