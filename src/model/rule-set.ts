/**
 * The nouns of a rule set. Every value here is plain, frozen data that survives JSON, so the built-in rule set
 * can be read, checked and compiled once by the build.
 */

/** How soon to be seen, least pressing first: no hurry, within two weeks, within 48 hours, now. */
export const URGENCIES = ['routine', 'soon', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * What a question is for. `need` sets the level and its options run from least to most need; `preference` chooses
 * between levels that both fit; `scope` decides whether the rule set is meant for this person; `note` feeds advice only.
 */
export const KINDS = ['need', 'preference', 'scope', 'note'] as const;
export type Kind = (typeof KINDS)[number];

/** The answer of someone who was asked and does not know. Not the same as unanswered. */
export const NOT_SURE = 'not-sure';

/** A level of care. A rule set lists its levels from least to most intensive. */
export interface Level {
  readonly id: string;
  readonly name: string;
  /** The common short name, such as "IOP". */
  readonly short?: string;
  /** What a week looks like, in one sentence. */
  readonly week: string;
  readonly what?: string;
  readonly hours?: string;
  /** Where one sleeps. */
  readonly nights?: string;
  /** How long it often lasts. */
  readonly length?: string;
  readonly parts?: readonly string[];
  readonly fits?: string;
  readonly cost?: string;
  /** What may follow this level. */
  readonly follows?: string;
}

export interface Option {
  readonly id: string;
  readonly text: string;
}

interface QuestionBase {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  /** How to read the question. */
  readonly help?: string;
  /** Why it is asked. */
  readonly why?: string;
  /** What to ask a professional after "not sure". */
  readonly ifNotSure?: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** Several options at once; only notes may. */
  readonly several: boolean;
  /** The option that "not sure" counts as; absent where "not sure" is no answer. */
  readonly notSure?: string;
}

export interface IntegerQuestion extends QuestionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  /** The number that "not sure" counts as; absent where "not sure" is no answer. */
  readonly notSure?: number;
}

export type Question = ChoiceQuestion | IntegerQuestion;

/** Points per option, summed over questions: `points[question][option]`; what is not named scores 0. */
export interface Score {
  readonly id: string;
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * What must hold of the answers. `atLeast` and `atMost` are already spelled out: as the list of options that satisfy
 * them, or as inclusive bounds, where an open end is the least or greatest value there can be.
 */
export type Condition =
  | { readonly test: 'option'; readonly question: string; readonly options: readonly string[] }
  | { readonly test: 'number'; readonly question: string; readonly min: number; readonly max: number }
  | { readonly test: 'score'; readonly score: string; readonly min: number; readonly max: number }
  | { readonly test: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly test: 'not'; readonly of: Condition }
  | { readonly test: 'count'; readonly min: number; readonly max: number; readonly of: readonly Condition[] };

/** A rule asks for at least its level and at least its urgency when its condition holds. */
export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly level: string;
  readonly urgency: Urgency;
  /** The rationale, in words for the person who answered. */
  readonly because: string;
  readonly sources: readonly string[];
}

/** Something to say beside the level. Its condition may also read `level`, `urgency` and notes. */
export interface Advice {
  readonly id: string;
  readonly when: Condition;
  readonly say: string;
  readonly sources: readonly string[];
}

/** What an answer set comes out as, as far as a property cares. */
export interface Outcome {
  readonly levels?: readonly string[];
  readonly urgencies?: readonly Urgency[];
  readonly status?: 'decided' | 'out-of-scope';
}

/** What must hold over every possible answer set. */
export type Property =
  | { readonly id: string; readonly claim: 'expect'; readonly when: Condition; readonly expect: Outcome }
  | { readonly id: string; readonly claim: 'never'; readonly never: Condition }
  | { readonly id: string; readonly claim: 'vary'; readonly vary: string; readonly when?: Condition; readonly levelsAtMost: number }
  | { readonly id: string; readonly claim: 'monotone'; readonly monotone: readonly string[] };

export interface Contact {
  readonly id: string;
  readonly name: string;
  /** What to do, such as "Call or text 988". */
  readonly how: string;
  /** Shown before the first question, on the way out, and with every result. */
  readonly crisis: boolean;
  /** Shown only when this holds; always when absent. */
  readonly when?: Condition;
  readonly source: string;
  /** The day it was last checked, YYYY-MM-DD. */
  readonly checked: string;
  /** The day after which it must be checked again, YYYY-MM-DD. */
  readonly recheck: string;
  readonly unverified: boolean;
}

export interface Referral {
  /** Who to ask for an assessment. */
  readonly who: string;
  /** The next step, today. */
  readonly today: string;
  /** What this tool did not ask or examine. */
  readonly notAsked: string;
  readonly bring: readonly string[];
  /** Questions to ask a programme. */
  readonly ask: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** It could not be read at its source. */
  readonly unverified: boolean;
}

export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** What this is, before the first question. */
  readonly about: string;
  /** What this is not; stands in every result. */
  readonly notice: string;
  readonly levels: readonly Level[];
  readonly questions: readonly Question[];
  readonly scores: readonly Score[];
  /** The score that is the total of a screening questionnaire. Its levels are bands of this total, and no levels of care. */
  readonly screen?: string;
  /** Whom the rule set is for; everyone when absent. */
  readonly scope?: { readonly when: Condition; readonly otherwise: string };
  readonly rules: readonly Rule[];
  readonly advice: readonly Advice[];
  readonly properties: readonly Property[];
  readonly referral: Referral;
  readonly contacts: readonly Contact[];
  readonly sources: readonly Source[];
  /** `sha256:` and the hash of everything above as canonical JSON: one digest, one behaviour. */
  readonly digest: string;
}

/** The most a rule set may hold. */
export const MOST_RULES = 500;
export const MOST_QUESTIONS = 60;
/** Choices of one question; a set of them fits the bits of one number. */
export const MOST_OPTIONS = 31;
/** Whole numbers that one question may range over. */
export const MOST_NUMBERS = 1001;
