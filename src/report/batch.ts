import type { Assessment } from '../model/assessment.ts';
import type { ProblemCode } from '../model/problem.ts';
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

export interface RejectedRecord extends RecordName {
  readonly error: { readonly code: ProblemCode; readonly message: string };
}

/** Turns results into text as they come. */
export interface RecordWriter {
  /** What stands before the first result. */
  readonly head: string;
  lineOf(this: void, result: RecordResult): string;
}

export const ndjsonWriter: RecordWriter = { head: '', lineOf: jsonLine };

/** Counts results; `text` sums them up for the person at the terminal. */
export class Totals {
  rejected = 0;
  #assessed = 0;
  readonly #outcomes = new Map<string, number>();

  /** Counts in the order of these levels. */
  constructor(levels: readonly string[]) {
    for (const level of levels) this.#outcomes.set(level, 0);
  }

  add(result: RecordResult): void {
    if ('error' in result) {
      this.rejected += 1;
      return;
    }
    const outcome = result.level ?? result.status;
    this.#assessed += 1;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }

  get text(): string {
    const outcomes = [...this.#outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
    return `${this.#assessed + this.rejected} records: ${this.#assessed} assessed, ${this.rejected} rejected (${outcomes})\n`;
  }
}
