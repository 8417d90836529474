import type { Assessment } from '../model/assessment.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { Urgency } from '../model/rule-set.ts';
import { jsonLine } from './json.ts';

/** What came of one record. */
export type RecordResult = AssessedRecord | RejectedRecord;

interface RecordName {
  /** The line that the record stands on, from 1. */
  readonly line: number;
  /** The record's own id, null without one. */
  readonly id: string | number | null;
}

export interface AssessedRecord extends RecordName, Pick<Assessment, 'status' | 'level' | 'range' | 'urgency' | 'complete' | 'unanswered'> {
  /** Ids of rules. */
  readonly decidedBy: readonly string[];
}

interface RejectedRecord extends RecordName {
  /** What rules ask for that hold by the answers that could be read, where that is more than routine. */
  readonly urgency?: Urgency;
  readonly error: { readonly code: ProblemCode; readonly message: string };
}

/** Turns results into text as they come. */
export interface RecordWriter {
  /** What stands before the first result. */
  readonly head: string;
  lineOf(this: void, result: RecordResult): string;
}

export const ndjsonWriter: RecordWriter = { head: '', lineOf: jsonLine };

/** What follows the id in a line of `ndjsonWriter`. */
export function afterId({ status, level, range, urgency, decidedBy, complete, unanswered }: Omit<AssessedRecord, keyof RecordName>): string {
  return `,${jsonLine({ status, level, range, urgency, decidedBy, complete, unanswered }).slice(1)}`;
}

/** How many records came out how. */
export interface Counts {
  readonly rejected: number;
  /** By level; by status where no level was given. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** Counts results; `text` sums them up for the person at the terminal. */
export class Totals implements Counts {
  rejected = 0;
  readonly outcomes = new Map<string, number>();

  /** Tells of these levels even when nobody gets them, in their order. */
  constructor(levels: readonly string[]) {
    for (const level of levels) this.outcomes.set(level, 0);
  }

  add(result: RecordResult): void {
    if ('error' in result) this.rejected += 1;
    else this.count(result);
  }

  count({ level, status }: Pick<AssessedRecord, 'level' | 'status'>, records = 1): void {
    const outcome = level ?? status;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + records);
  }

  /** Counts what was counted elsewhere. */
  include({ rejected, outcomes }: Counts): void {
    this.rejected += rejected;
    for (const [outcome, records] of outcomes) this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + records);
  }

  get assessed(): number {
    return [...this.outcomes.values()].reduce((sum, records) => sum + records, 0);
  }

  get text(): string {
    const outcomes = [...this.outcomes].map(([outcome, records]) => `${outcome} ${records}`).join(', ');
    const count = this.assessed + this.rejected;
    return `${count} ${count === 1 ? 'record' : 'records'}: ${this.assessed} assessed, ${this.rejected} rejected (${outcomes})\n`;
  }
}
