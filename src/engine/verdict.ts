import type { Answers } from '../model/answers.ts';
import type { Status } from '../model/assessment.ts';
import { type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import { type Codes, encode, UNANSWERED } from './coding.ts';
import { FALSE, TRUE } from './condition.ts';
import { type Possible, possible } from './range.ts';
import { type Row, type Table, tableOf } from './table.ts';

/** What the rules say of some answers, without the words: what a batch line carries. */
export interface Verdict {
  readonly status: Status;
  readonly level: string | null;
  readonly range: readonly [string, string] | null;
  readonly urgency: Urgency;
  readonly urgencyRange: readonly [Urgency, Urgency];
  /** Ids of rules. */
  readonly decidedBy: readonly string[];
  readonly alsoMatched: readonly string[];
  readonly complete: boolean;
  readonly unanswered: readonly string[];
}

export function verdict(ruleSet: RuleSet, answers: Answers): Verdict {
  const table = tableOf(ruleSet);
  const codes = encode(table.coding, answers);
  const { status, possible: range, decidedBy, alsoMatched } = decide(table, codes);
  return {
    ...named(ruleSet, status, range),
    decidedBy: decidedBy.map((row) => row.rule.id),
    alsoMatched: alsoMatched.map((row) => row.rule.id),
    ...missing(table, codes),
  };
}

/** The decision in places of the table; `verdict` and `assess` put it into words. */
export interface Decision {
  readonly status: Status;
  readonly possible: Possible;
  readonly decidedBy: readonly Row[];
  readonly alsoMatched: readonly Row[];
}

export function decide(table: Table, codes: Codes): Decision {
  const range = possible(table, codes);
  const status = statusOf(table, codes, range);
  const outOfScope = status === 'out-of-scope';
  const level = outOfScope ? -1 : (range.level?.[0] ?? -1);
  const urgency = range.urgency[0];
  const holding = table.rows.filter((row) => row.test(codes) === TRUE);
  const decides = (row: Row): boolean => row.level === level || (urgency > 0 && row.urgency === urgency);
  return {
    status,
    possible: outOfScope ? { ...range, level: null } : range,
    decidedBy: holding.filter(decides),
    alsoMatched: holding.filter((row) => !decides(row)),
  };
}

/** Level, range and urgency by their ids. */
export function named(ruleSet: RuleSet, status: Status, range: Possible): Pick<Verdict, 'status' | 'level' | 'range' | 'urgency' | 'urgencyRange'> {
  const level = (place: number): string => ruleSet.levels[place]?.id ?? '';
  const urgency = (place: number): Urgency => URGENCIES[place] ?? 'routine';
  const [least, greatest] = range.urgency;
  return {
    status,
    level: status === 'decided' && range.level !== null ? level(range.level[0]) : null,
    range: range.level === null ? null : [level(range.level[0]), level(range.level[1])],
    urgency: urgency(least),
    urgencyRange: [urgency(least), urgency(greatest)],
  };
}

export function missing(table: Table, codes: Codes): Pick<Verdict, 'complete' | 'unanswered'> {
  const open = table.coding.required.filter((position) => codes[position] === UNANSWERED);
  return { complete: open.length === 0, unanswered: open.map((position) => table.coding.questions[position]?.id ?? '') };
}

function statusOf(table: Table, codes: Codes, range: Possible): Status {
  if (table.scope(codes) === FALSE) return 'out-of-scope';
  if (table.coding.required.some((position) => codes[position] === UNANSWERED)) return 'open';
  return range.level === null ? 'no-rule' : 'decided';
}
