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
  readonly ids: readonly string[];
  /** Position of each question, and of `level` and `urgency`. */
  readonly positions: ReadonlyMap<string, number>;
  /** Number of codes at each position. */
  readonly sizes: readonly number[];
  /** At the position of each question that takes one answer, the code of each word that may be it. */
  readonly words: readonly Readonly<Record<string, number>>[];
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
    ids: questions.map(({ id }) => id),
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
  const { questions, ids, words } = coding;
  let position = 0;
  for (const id in answers) {
    // Answers mostly stand in the order of the questions; the next one then needs no search.
    if (ids[position] !== id) position = coding.positions.get(id) ?? ids.length;
    if (position >= ids.length) continue;
    const answer = answers[id] as Answer;
    codes[position] = words[position]?.[answer as string] ?? codeOf(questions[position] as Question, answer);
    position += 1;
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

function wordsOf(question: Question): Readonly<Record<string, number>> {
  const words = Object.create(null) as Record<string, number>;
  if (question.type === 'choice' && question.several) return words;
  if (question.type === 'choice') for (const { id } of question.options) words[id] = codeOf(question, id);
  if (question.notSure !== undefined) words[NOT_SURE] = codeOf(question, NOT_SURE);
  return words;
}

function codeOf(question: Question, answer: Answer): number {
  if (answer === NOT_SURE && question.notSure !== undefined) return codeOf(question, question.notSure);
  if (question.type === 'integer') return Number(answer) - question.min;
  if (question.several) return [answer].flat().reduce<number>((bits, id) => bits | (1 << place(question, id)), 0);
  return place(question, answer);
}

function place(question: Question & { type: 'choice' }, id: Answer): number {
  return question.options.findIndex((option) => option.id === id);
}
