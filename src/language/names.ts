import type { ProblemCode } from '../model/problem.ts';
import { KINDS, URGENCIES, type Kind } from '../model/rule-set.ts';
import { idsOf } from './ids.ts';
import { shorten, validNames } from './nearest.ts';
import type { Page } from './page.ts';
import { child, entries, items, numberOf, textOf, type Entry, type Node } from './tree.ts';

/** Where a subject comes from; what a condition may read depends on it. `result` is the level or urgency of the result. */
export type Origin = Kind | 'score' | 'result';

/** What a condition can test: a question, a score, the level or the urgency. */
export type Subject = ChoiceSubject | NumberSubject;

export interface ChoiceSubject {
  readonly type: 'choice';
  readonly origin: Origin | undefined;
  readonly options: readonly string[];
  /** Whether the options run from least to most. */
  readonly ordered: boolean;
}

export interface NumberSubject {
  readonly type: 'number';
  readonly origin: Origin | undefined;
  readonly min: number;
  readonly max: number;
}

/** The names that a rule-set file declares, in the order of the file. */
export interface Names {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly levels: readonly string[];
  readonly sources: readonly string[];
}

/** Collects the names. What is malformed is left out or has no origin, and is not held against those who name it. */
export function namesOf(root: Node): Names {
  const levels = idsOf(items(child(root, 'levels')));
  const questions = items(child(root, 'questions')).map((node) => [textOf(child(node, 'id')) ?? '', questionSubject(node)] as const);
  const scores = entries(child(root, 'scores')).map(({ key, node }) => [key, scoreSubject(node)] as const);
  return {
    subjects: new Map<string, Subject>([
      ...questions,
      ...scores,
      ['level', { type: 'choice', origin: 'result', options: levels, ordered: true }],
      ['urgency', { type: 'choice', origin: 'result', options: URGENCIES, ordered: true }],
    ]),
    levels,
    sources: entries(child(root, 'sources')).map(({ key }) => key),
  };
}

function questionSubject(node: Node): Subject {
  const origin = KINDS.find((kind) => kind === textOf(child(node, 'kind')));
  const integer = child(node, 'integer');
  if (integer === undefined) {
    const options = idsOf(items(child(node, 'options')));
    return { type: 'choice', origin, options, ordered: origin === 'need' || origin === undefined };
  }
  const [min = -Infinity, max = Infinity] = [numberOf(child(integer, 'min')), numberOf(child(integer, 'max'))];
  return { type: 'number', origin, min, max };
}

/** A score runs from nothing to the sum of the most that each question can add. */
function scoreSubject(node: Node): Subject {
  return { type: 'number', origin: 'score', min: 0, max: entries(node).reduce((sum, question) => sum + mostPoints(question), 0) };
}

function mostPoints(question: Entry): number {
  return entries(question.node).reduce((most, option) => Math.max(most, numberOf(option.node) ?? 0), 0);
}

/** What kinds of names are called, and the code for one that does not exist. */
const UNKNOWN = {
  question: 'unknown-question',
  option: 'unknown-option',
  level: 'unknown-level',
  score: 'unknown-name',
  urgency: 'unknown-name',
  source: 'unknown-source',
  rule: 'unknown-name',
  advice: 'unknown-name',
} as const satisfies Record<string, ProblemCode>;

export function refuseUnknown(page: Page, offset: number, what: keyof typeof UNKNOWN, word: string, candidates: readonly string[]): void {
  page.refuse(UNKNOWN[what], offset, `there is no ${what} \`${shorten(word)}\``, validNames(word, candidates));
}

/** The name that stands here, refused when it is none of the candidates. */
export function readName(page: Page, node: Node | undefined, what: keyof typeof UNKNOWN, candidates: readonly string[]): string {
  const word = textOf(node) ?? '';
  if (node && textOf(node) !== undefined && !candidates.includes(word)) refuseUnknown(page, node.start, what, word, candidates);
  return word;
}

/** A list of names, each of them at most once. */
export function readNames(page: Page, node: Node | undefined, what: keyof typeof UNKNOWN, candidates: readonly string[]): string[] {
  const read = new Set<string>();
  for (const item of items(node)) {
    const name = readName(page, item, what, candidates);
    if (read.has(name)) page.refuse('duplicate-id', item.start, `\`${shorten(name)}\` is listed twice`);
    read.add(name);
  }
  return [...read];
}
