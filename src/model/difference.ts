import type { Answer, Answers } from './answers.ts';
import type { Assessment } from './assessment.ts';
import type { ProblemCode } from './problem.ts';
import type { RuleSet } from './rule-set.ts';

/** What two versions of a rule set do differently, for everyone or for the records of a file. */
export interface Difference {
  readonly old: Version;
  readonly new: Version;
  /** The levels of both, by their new ids, least intensive first: the order in which levels are compared. */
  readonly levels: readonly string[];
  /** What was taken for granted where questions, options or levels differ, a sentence each. */
  readonly assumed: readonly string[];
  readonly effect: Effect;
  /** Whether the version was raised as the rule language asks; absent where that cannot be told. */
  readonly versionRaised?: { readonly least: string; readonly enough: boolean };
  /** Everything that is not the same, apart from what it does. */
  readonly parts: readonly PartChange[];
}

export type Version = Pick<RuleSet, 'id' | 'version' | 'digest'>;

export type Effect = CountedEffect | ProvedEffect | RecordsEffect;

/** The effect on every answer set that both versions take. */
export interface CountedEffect extends Tally {
  readonly how: 'counted';
  /** Whether the matrix holds every answer set; where they were too many, it holds those that change. */
  readonly whole: boolean;
  readonly notCompared: NotCompared;
  /** What moves to what, and for whom; what is lowered comes first. Whoever moves in both respects is in two moves. */
  readonly moves: readonly Move[];
  /** Rules that are not the same in both versions, or are reached by a question or a score that is not. */
  readonly rules: readonly RuleEffect[];
}

/** The effect where there are too many answer sets to count: what was proved of them instead. */
export interface ProvedEffect {
  readonly how: 'proved';
  /** Why they could not be counted. */
  readonly because: string;
  readonly notCompared: NotCompared;
  readonly findings: readonly Finding[];
}

/** The effect on the records of a file. */
export interface RecordsEffect extends Tally {
  readonly how: 'records';
  readonly file: string;
  /** Records whose result hangs on an answer that one version lacks, or does not take. */
  readonly notCompared: bigint;
  /** The first records that change, in the order of the file. */
  readonly records: readonly RecordChange[];
  /** Lines that hold no valid record of either version, and the first of them. */
  readonly rejected: bigint;
  readonly rejectedLines: readonly RejectedLine[];
}

/** How many answer sets, or records, come out otherwise. */
export interface Tally {
  readonly compared: bigint;
  readonly changed: bigint;
  /** Of the changed, those with a less intensive level or a less pressing urgency. */
  readonly lowered: bigint;
  /** By what they came out as and come out as. */
  readonly matrix: readonly Cell[];
}

/** What answers come out as. */
export type Result = Pick<Assessment, 'status' | 'level' | 'urgency'>;

export interface Cell {
  readonly from: Result;
  readonly to: Result;
  readonly count: bigint;
  readonly lowered: boolean;
}

/** Answer sets of one version that the other does not take. */
export interface NotCompared {
  readonly old: bigint;
  readonly new: bigint;
}

/** Answer sets whose level, or whose urgency, goes from one place to another. */
export interface Move extends Step {
  readonly measure: Measure;
  readonly lowered: boolean;
  readonly count: bigint;
  /** Few lines that together say who they are, the widest first. They may overlap. */
  readonly regions: readonly Region[];
  /** Those that lie in none of the regions. */
  readonly elsewhere: bigint;
}

export type Measure = 'level' | 'urgency';

/** Urgencies, or new ids of levels; `out-of-scope` or `no-rule` where there is no level. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/** Answer sets that all move in the same way: one set of answers allowed to each question. */
export interface Region {
  /** The answers allowed to each question, and bounds on a score of the new version. What does not matter is left out. */
  readonly when: Readonly<Record<string, readonly Answer[] | ScoreRange>>;
  /** The same in words. */
  readonly where: string;
  /** Exactly as many as meet `when`. */
  readonly count: bigint;
  /**
   * Rules that are not the same in both versions, and decide the move of one of these answer sets or more. Null where so
   * many rules are not the same that this was not asked.
   */
  readonly rules: readonly string[] | null;
  readonly witness: Witness;
}

interface ScoreRange {
  readonly atLeast: number;
  readonly atMost: number;
}

/** One whole answer set, as each version asks for it, and what each makes of it. */
export interface Witness {
  readonly old: Side;
  readonly new: Side;
}

interface Side extends Result {
  readonly answers: Answers;
  /** Ids of rules. */
  readonly decidedBy: readonly string[];
}

/** What became of one rule, counted in answer sets. */
export interface RuleEffect {
  readonly rule: string;
  /** Questions and scores that are not the same, and through which the rule is another than it was. */
  readonly through: readonly string[];
  /** Where it holds now and did not, and the other way round; absent for a rule that only one version has. */
  readonly holds?: { readonly more: bigint; readonly fewer: bigint };
  /** Null where so many rules are not the same that this was not counted. */
  readonly decides: Decides | null;
}

export interface Decides {
  /** Answer sets raised to what the rule asks for and did not, or lowered from what it asked for and no longer does. */
  readonly changed: bigint;
  /** Of these, the lowered. */
  readonly lowered: bigint;
}

/** Whether any answer set is lowered, or raised, in one respect. */
export interface Finding {
  readonly measure: Measure;
  readonly direction: 'lowered' | 'raised';
  /** Unknown when the proof was out of reach, too. */
  readonly found: 'yes' | 'no' | 'unknown';
  readonly witness?: Witness;
}

export interface RecordChange {
  readonly line: number;
  readonly id: string | number | null;
  readonly from: Result;
  readonly to: Result;
  readonly lowered: boolean;
}

export interface RejectedLine {
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/** A part of the rule set that was added, removed, renamed or changed. */
export interface PartChange {
  readonly part: 'rule set' | 'level' | 'question' | 'option' | 'score' | 'scope' | 'rule' | 'advice' | 'property' | 'referral' | 'contact' | 'source';
  /** The new id, or the old one of what was removed; an option as `home: unsafe`. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
  /** The old id of what was renamed. */
  readonly was?: string;
  /** What was changed, and what an added or removed part says. */
  readonly fields: readonly FieldChange[];
}

/** A key of the rule language with its old and new value in words; null where there is none. */
export interface FieldChange {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}
