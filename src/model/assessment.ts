import type { Answers } from './answers.ts';
import type { Contact, Referral, Urgency } from './rule-set.ts';

/**
 * decided: a level. open: answers are missing. out-of-scope: the rule set is not meant for this person.
 * no-rule: no rule covers the answers, so no level is given.
 */
export type Status = 'decided' | 'open' | 'out-of-scope' | 'no-rule';

/** A rule whose condition holds, with the answers that made it hold. */
export interface FiredRule {
  readonly rule: string;
  /** The level that the rule asks for; null when the person is out of scope and no level is given. */
  readonly level: string | null;
  readonly urgency: Urgency;
  readonly because: string;
  readonly answers: Answers;
  readonly sources: readonly string[];
}

/** A change of answers and the level it leads to. */
export interface Change {
  readonly answers: Answers;
  readonly level: string;
  readonly urgency: Urgency;
}

export interface NotSure {
  readonly question: string;
  /** The option or number it was taken as. */
  readonly countedAs: string | number;
  readonly ask: string;
}

export interface Assessment {
  readonly schemaVersion: 1;
  readonly ruleSet: { readonly id: string; readonly version: string; readonly digest: string };
  readonly answers: Answers;
  /** Every required question is answered. */
  readonly complete: boolean;
  readonly status: Status;
  /** Null unless decided. */
  readonly level: string | null;
  /** The least and the most intensive level still possible; null when out of scope or when no rule covers the answers. */
  readonly range: readonly [string, string] | null;
  /** While answers are missing: the least urgency that the given answers ask for. */
  readonly urgency: Urgency;
  /** The least and the most pressing urgency still possible. */
  readonly urgencyRange: readonly [Urgency, Urgency];
  /** Rules that ask for the level of the result, or for its urgency where that is above routine. */
  readonly decidedBy: readonly FiredRule[];
  /** Rules that hold and ask for less. */
  readonly alsoMatched: readonly FiredRule[];
  /** Every change of a single answer that moves the level. */
  readonly wouldChange: readonly Change[];
  /** Required questions without an answer. */
  readonly unanswered: readonly string[];
  readonly notSure: readonly NotSure[];
  /** The total of each score; null while a question that it sums over has no answer. */
  readonly scores: Readonly<Record<string, number | null>>;
  readonly advice: readonly { readonly id: string; readonly say: string }[];
  readonly referral: Referral;
  readonly contacts: readonly Pick<Contact, 'id' | 'name' | 'how' | 'crisis'>[];
  readonly notice: string;
}

/** Why the answers get their level and not another one. */
export interface Explanation {
  readonly level: string;
  /** Rules that hold and ask for more than this level: they stand in the way of less care. */
  readonly askForMore: readonly FiredRule[];
  /** The fewest answers that would have to differ to get this level; null when none were found. */
  readonly fewest: Change | null;
}

/** What `assess --json` prints: an assessment, and what is said beside it. */
export interface PrintedAssessment extends Assessment {
  /** The fewest answers, two or three, that together lead to the level below and to the level above, where no single one does. */
  readonly fewestChanges?: readonly Change[];
  /** The unanswered question that narrows the result most; null unless answers are missing. */
  readonly nextQuestion?: string | null;
  /** Only with `--explain`; null where there is no level to compare with. */
  readonly explain?: Explanation | null;
}
