import type { Measure, Result, Step } from '../../model/difference.ts';
import { URGENCIES } from '../../model/rule-set.ts';
import { NO_RULE, type Outcome, OUT_OF_SCOPE } from '../outcome.ts';

/** What an answer set came out as and comes out as. Levels are places in the order of both versions. */
export interface Change {
  readonly from: Outcome;
  readonly to: Outcome;
}

export const MEASURES: readonly Measure[] = ['level', 'urgency'];

export function isChanged(change: Change): boolean {
  return MEASURES.some((measure) => isMoved(change, measure));
}

export function isMoved({ from, to }: Change, measure: Measure): boolean {
  return from[measure] !== to[measure];
}

/** Someone gets a less intensive level, or no level any more, or a less pressing urgency. */
export function isLowered(change: Change): boolean {
  return MEASURES.some((measure) => isLoweredIn(change, measure));
}

export function isLoweredIn({ from, to }: Change, measure: Measure): boolean {
  return measure === 'urgency' ? to.urgency < from.urgency : from.level >= 0 && to.level < from.level;
}

export function stepOf({ from, to }: Change, measure: Measure, levels: readonly string[]): Step {
  const name = (outcome: Outcome): string => (measure === 'level' ? (levels[outcome.level] ?? statusOf(outcome.level)) : urgencyOf(outcome));
  return { from: name(from), to: name(to) };
}

export function resultOf(outcome: Outcome, levels: readonly string[]): Result {
  return { status: statusOf(outcome.level), level: levels[outcome.level] ?? null, urgency: urgencyOf(outcome) };
}

function statusOf(level: number): Result['status'] {
  if (level === OUT_OF_SCOPE) return 'out-of-scope';
  return level === NO_RULE ? 'no-rule' : 'decided';
}

function urgencyOf({ urgency }: Outcome): Result['urgency'] {
  return URGENCIES[urgency] as Result['urgency'];
}
