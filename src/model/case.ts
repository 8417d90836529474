import type { Answers } from './answers.ts';
import type { Status } from './assessment.ts';
import type { Place } from './problem.ts';
import type { Urgency } from './rule-set.ts';

/** What a case expects: any subset of the assessment. `decidedBy` and `advice` may name some of what is there. */
export interface Expectation {
  readonly status?: Status;
  readonly level?: string;
  readonly range?: readonly [string, string];
  readonly urgency?: Urgency;
  readonly decidedBy?: readonly string[];
  readonly advice?: readonly string[];
}

/** Answers with what is expected of them. */
export interface Case {
  readonly name: string;
  readonly answers: Answers;
  readonly expect: Expectation;
  readonly tags: readonly string[];
  readonly place: Place;
}

export interface CaseFile {
  readonly file: string;
  /** Path of the rule set, as written in the file, relative to it. */
  readonly ruleSet: string;
  readonly cases: readonly Case[];
}
