import type { Status } from '../../model/assessment.ts';
import type { Case, Expectation } from '../../model/case.ts';
import type { Urgency } from '../../model/rule-set.ts';

/** A value as a case spells it; null for none. */
export type Spelled = string | readonly string[] | null;

/** What a case expected and did not get. */
export interface Difference {
  readonly of: keyof Expectation;
  readonly expected: Spelled;
  readonly received: Spelled;
}

/** A case that was run; it passed when nothing differs. */
export interface CaseResult {
  readonly case: Case;
  readonly differences: readonly Difference[];
  readonly status: Status;
  /** Every rule whose condition held, with what it asked for. */
  readonly fired: readonly { readonly rule: string; readonly level: string | null; readonly urgency: Urgency }[];
}

/** The cases that were run, and those that `--bail` left out. */
export interface CaseRun {
  readonly results: readonly CaseResult[];
  readonly notRun: readonly Case[];
}

export function hasFailed(result: CaseResult): boolean {
  return result.differences.length > 0;
}

/** `level: expected php, received iop` */
export function differenceText({ of, expected, received }: Difference): string {
  return `${of}: expected ${spelled(expected)}, received ${spelled(received)}`;
}

/** The rules that fired, each with what it asked for. */
export function firedTexts({ fired }: CaseResult): readonly string[] {
  return fired.map(({ rule, level, urgency }) => `${rule} (${level ?? 'no level'}, ${urgency})`);
}

/** `109 passed, 1 failed` */
export function totalsText({ results, notRun }: CaseRun): string {
  const failed = results.filter(hasFailed).length;
  return `${results.length - failed} passed, ${failed} failed${notRun.length > 0 ? `, ${notRun.length} not run` : ''}`;
}

function spelled(value: Spelled): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : `[${value.join(', ')}]`;
}
