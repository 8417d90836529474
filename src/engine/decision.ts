import type { Assessment, Status } from '../model/assessment.ts';
import { type Level, type Question, type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import { type Codes, UNANSWERED } from './coding.ts';
import { FALSE, TRUE } from './condition.ts';
import { type Possible, possible } from './range.ts';
import type { Row, Table } from './table.ts';

/** What the rules say of some answers, in places of the table; `verdict` and `assess` put it into words. */
export interface Decision {
  readonly status: Status;
  readonly possible: Possible;
  readonly decidedBy: readonly Row[];
  readonly alsoMatched: readonly Row[];
}

export function decide(table: Table, codes: Codes): Decision {
  const outside = table.scope(codes) === FALSE;
  const holding = table.rows.filter((row) => row.test(codes) === TRUE);
  return decision(holding, possible(table, codes), outside, isComplete(table, codes));
}

/** The decision that follows from the rules that hold for certain, and from what is still possible. */
export function decision(holding: readonly Row[], range: Possible, outside: boolean, complete: boolean): Decision {
  const level = outside ? null : range.level;
  const urgency = range.urgency[0];
  const decides = (row: Row): boolean => row.level === level?.[0] || (urgency > 0 && row.urgency === urgency);
  return {
    status: outside ? 'out-of-scope' : !complete ? 'open' : level === null ? 'no-rule' : 'decided',
    possible: { ...range, level },
    decidedBy: holding.filter(decides),
    alsoMatched: holding.filter((row) => !decides(row)),
  };
}

/** Whether every required question is answered. */
export function isComplete({ coding }: Table, codes: Codes): boolean {
  for (const position of coding.required) if (codes[position] === UNANSWERED) return false;
  return true;
}

/** The decision by ids of the rule set. */
export function named(ruleSet: RuleSet, { status, possible: range }: Decision): Pick<Assessment, 'status' | 'level' | 'range' | 'urgency' | 'urgencyRange'> {
  const level = (place: number): string => (ruleSet.levels[place] as Level).id;
  const [least, greatest] = range.urgency;
  return {
    status,
    level: status === 'decided' && range.level !== null ? level(range.level[0]) : null,
    range: range.level === null ? null : [level(range.level[0]), level(range.level[1])],
    urgency: urgencyAt(least),
    urgencyRange: [urgencyAt(least), urgencyAt(greatest)],
  };
}

function urgencyAt(place: number): Urgency {
  return URGENCIES[place] as Urgency;
}

/** Whether every required question is answered, and ids of those that are not. */
export function missing({ coding }: Table, codes: Codes): Pick<Assessment, 'complete' | 'unanswered'> {
  const open = coding.required.filter((position) => codes[position] === UNANSWERED);
  return { complete: open.length === 0, unanswered: open.map((position) => (coding.questions[position] as Question).id) };
}
