import type { Answers } from './answers.ts';

/** A position in a file (lines and columns from 1), with the line itself. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export type Severity = 'error' | 'warning' | 'note';

/** Something wrong with an input or a rule set. Values of answers never stand in a message. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence, small first letter, backticks round the user's own words. */
  readonly message: string;
  /** What was expected, or the nearest valid name. */
  readonly help?: string;
  /** A file without a line is named in the message. */
  readonly place?: Place;
  /** Answers that show the finding. */
  readonly witness?: Answers;
  /** Where the finding is about two answer sets: how the second differs from the witness. */
  readonly change?: Answers;
}

/** Every kind of invalid input, with what it means. `docs/problems.md` has a row for each. */
export const INPUT_PROBLEMS = {
  'cannot-read': 'the file is missing, is a folder, or may not be read',
  'cannot-write': 'the output could not be written whole',
  'too-large': 'the input is larger than this program takes',
  'not-utf-8': 'the bytes are not valid UTF-8',
  'byte-order-mark': 'the input starts with a byte-order mark',
  'control-character': 'a text holds a control or bidirectional-override character',
  empty: 'the input, a text or a map holds nothing',
  'yaml-syntax': 'the text is not YAML 1.2 as this program takes it (core schema, no tags, no anchors, no aliases)',
  'json-syntax': 'the text is not JSON',
  'too-deep': 'the input is nested deeper than any valid input',
  'duplicate-key': 'a key stands twice in one map',
  'unknown-key': 'a key that means nothing here',
  'missing-key': 'a required key is not there',
  'wrong-type': 'a value is of another type than expected',
  'bad-id': 'an id is not made of small letters, digits and single dashes, starting with a letter',
  'bad-version': 'not three numbers with points between them',
  'bad-day': 'not a day of the form YYYY-MM-DD, or a day that comes too early',
  'bad-address': 'not a web address',
  'reserved-id': 'an id that already means something else',
  'duplicate-id': 'two things of one kind have the same id',
  'unknown-question': 'no question or score has this id',
  'unknown-option': 'the question has no such option',
  'unknown-level': 'the rule set has no such level',
  'unknown-source': 'the rule set names no such source',
  'unknown-name': 'a rule, piece of advice, level of urgency or other name that does not exist',
  'out-of-range': 'a number outside its bounds',
  'wrong-kind': 'this kind of question cannot be used here',
  'no-order': '`atLeast` or `atMost` on something whose options have no order',
  'too-few': 'fewer levels, options or other items than needed',
  'too-many': 'more rules or questions than a rule set may hold',
  'other-rule-set': 'a text file or case file belongs to another rule set',
  'missing-text': 'a translation lacks a text',
  unanswered: 'a required question has no answer',
  'not-several': 'a list where one answer is expected, or an option given twice',
  'unknown-command': 'no such command',
  'unknown-flag': 'no such flag',
  'bad-usage': 'flags or arguments that do not go together, or a value that a flag does not take',
  'no-terminal': 'the interview needs a terminal',
  'no-cases': 'no case to run',
  'no-git': 'git cannot be run, or there is no git repository here',
  'unknown-revision': 'git knows no such revision',
} as const;

/** Every kind of finding about a rule set that is valid to read, with what it means. `docs/checks.md` defines each. */
export const FINDINGS = {
  gap: 'answers that no rule covers',
  'never-matches': 'no answer set makes the condition of the rule hold',
  shadowed: 'the rule matches, but others always ask for more',
  redundant: 'without the rule, nobody would get another level or urgency',
  duplicate: 'two rules ask for the same under the same condition',
  'not-monotone': 'a worse answer lowers level or urgency',
  'not-sure-mildest': '"not sure" counts as the mildest option of a question that decides on safety',
  'property-fails': 'an answer set breaks a property',
  'option-without-effect': 'an option never makes a difference to level, urgency or advice',
  'unused-question': 'no condition reads the question',
  'unused-score': 'no condition reads the score',
  'unused-source': 'nothing names the source',
  'level-never-reached': 'no answer set gets the level',
  'contact-stale': 'a contact is past the day by which it must be checked again',
  'no-safety-property': 'no property says anything about urgency',
  'not-proved': 'whether a finding holds could not be settled within the bound',
  'not-counted': 'the answer sets could not be counted within the bound',
} as const;

export type ProblemCode = keyof typeof INPUT_PROBLEMS | keyof typeof FINDINGS;

/** Either a value, or every problem that stands in its way. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Input that cannot be used; carries all of its problems to the one place that prints them. */
export class InvalidInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'InvalidInput';
    this.problems = problems;
  }
}
