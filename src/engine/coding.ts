import type { Answer, Answers } from '../model/answers.ts';
import { NOT_SURE, type Option, type Question, type RuleSet, URGENCIES } from '../model/rule-set.ts';

/** Codes an unanswered question, or a level or urgency that is not known. */
export const UNANSWERED = -1;

/**
 * Answers as small whole numbers, one per question in the rule set's order, then the level and the urgency, which advice
 * and properties may read. A choice is coded as the place of its option, a number as its distance from the least one,
 * several options as one bit each; not sure as what it counts as.
 */
export type Codes = Int32Array;

/** Where each question stands in the codes, and how many codes it has. */
export interface Coding {
  readonly questions: readonly Question[];
  /** Position of each question, and of `level` and `urgency`. */
  readonly positions: ReadonlyMap<string, number>;
  /** Number of codes at each position. */
  readonly sizes: readonly number[];
  /** At the position of each question, the code of each word that may be its answer, or one of several. */
  readonly words: readonly Words[];
  /** Positions of questions that must be answered. */
  readonly required: readonly number[];
  readonly level: number;
  readonly urgency: number;
}

export function codingOf(ruleSet: RuleSet): Coding {
  const { questions } = ruleSet;
  const names = [...questions.map((question) => question.id), 'level', 'urgency'];
  return {
    questions,
    positions: new Map(names.map((name, position) => [name, position])),
    sizes: [...questions.map(sizeOf), ruleSet.levels.length, URGENCIES.length],
    words: questions.map(wordsOf),
    required: questions.flatMap((question, position) => (question.kind === 'note' ? [] : [position])),
    level: questions.length,
    urgency: questions.length + 1,
  };
}

/** The codes of checked answers; written into `codes`, where that is given. */
export function encode(coding: Coding, answers: Answers, codes: Codes = new Int32Array(coding.sizes.length)): Codes {
  codes.fill(UNANSWERED);
  for (const id in answers) {
    const position = coding.positions.get(id);
    if (position === undefined || position >= coding.level) continue;
    codes[position] = codeOf(coding.questions[position] as Question, coding.words[position] as Words, answers[id] as Answer);
  }
  return codes;
}

/** The answer that a code of a question stands for. */
export function decode(question: Question, code: number): Answer {
  if (question.type === 'integer') return question.min + code;
  if (question.several) return question.options.filter((_, bit) => (code >>> bit) & 1).map((option) => option.id);
  return (question.options[code] as Option).id;
}

function sizeOf(question: Question): number {
  if (question.type === 'integer') return question.max - question.min + 1;
  return question.several ? 2 ** question.options.length : question.options.length;
}

type Words = Readonly<Record<string, number>>;

function wordsOf(question: Question): Words {
  const words = Object.create(null) as Record<string, number>;
  if (question.type === 'choice') for (const [place, { id }] of question.options.entries()) words[id] = question.several ? 1 << place : place;
  if (question.notSure !== undefined) words[NOT_SURE] = codeOf(question, words, question.notSure);
  return words;
}

function codeOf(question: Question, words: Words, answer: Answer): number {
  if (typeof answer === 'string') return words[answer] ?? UNANSWERED;
  if (typeof answer === 'number') return question.type === 'integer' ? answer - question.min : UNANSWERED;
  return question.type === 'choice' && question.several ? answer.reduce((bits, id) => bits | (words[id] as number), 0) : UNANSWERED;
}
