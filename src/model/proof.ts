import type { Status } from './assessment.ts';
import type { Urgency } from './rule-set.ts';

/** How many answer sets come out the same. */
export interface Tally {
  /** Null where no level is given. */
  readonly level: string | null;
  readonly status: Exclude<Status, 'open'>;
  readonly urgency: Urgency;
  readonly answerSets: bigint;
}

/** What is known of every answer set to a rule set at once. */
export interface Proof {
  /** Answer sets in all; "not sure" counts as what it stands for. */
  readonly answerSets: bigint;
  /** Least intensive first. Undefined when they are more than can be counted. */
  readonly tallies?: readonly Tally[];
  /** Ids of the properties that are proved to hold. */
  readonly properties: readonly string[];
}
