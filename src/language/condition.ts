import type { Condition } from '../model/rule-set.ts';
import { readBounds, readNumbers } from './bounds.ts';
import { refuseUnknown, type Names, type Origin, type Subject } from './names.ts';
import { readOptions } from './options.ts';
import type { Page } from './page.ts';
import { child, entries, items, type Entry, type Node } from './tree.ts';

/** A rule-set file being read: the page and the names that it declares. */
export interface Draft {
  readonly page: Page;
  readonly names: Names;
}

const CONNECTIVES = ['all', 'any', 'not', 'count'] as const;

interface Scope {
  readonly origins: readonly Origin[];
  readonly words: string;
}

/** What the conditions of each part of a rule set may read. */
const MAY_READ = {
  rule: { origins: ['need', 'preference', 'score'], words: 'a rule reads need and preference questions and scores' },
  scope: { origins: ['scope'], words: 'the scope reads scope questions' },
  property: { origins: ['need', 'preference', 'scope', 'score'], words: 'this condition reads need, preference and scope questions and scores' },
  never: {
    origins: ['need', 'preference', 'scope', 'score', 'result'],
    words: 'this condition reads need, preference and scope questions, scores, `level` and `urgency`',
  },
  advice: { origins: ['need', 'preference', 'scope', 'note', 'score', 'result'], words: 'this condition reads everything' },
} as const satisfies Record<string, Scope>;

type Reader = keyof typeof MAY_READ;

/**
 * A condition in its one normal form: `atLeast` and `atMost` spelled out, several keys as `all` in the order in which
 * the rule set declares them, so that the order of keys in the file makes no difference.
 */
export function readCondition(draft: Draft, node: Node | undefined, reader: Reader): Condition {
  const { page, names } = draft;
  const order = [...names.subjects.keys(), ...CONNECTIVES];
  const written = entries(node).toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  for (const { key, keyStart } of written) {
    if (!order.includes(key)) refuseUnknown(page, keyStart, 'question', key, readable(names, reader));
  }
  if (node?.kind === 'map' && written.length === 0) page.refuse('empty', node.start, 'a condition must test something');
  const tests = written.map((entry) => readTest(draft, entry, reader));
  const [first, ...others] = tests;
  return first && others.length === 0 ? first : { test: 'all', of: tests };
}

function readTest(draft: Draft, { key, keyStart, node }: Entry, reader: Reader): Condition {
  const readAll = (list: Node | undefined): Condition[] => items(list).map((item) => readCondition(draft, item, reader));
  if (key === 'all' || key === 'any') return { test: key, of: readAll(node) };
  if (key === 'not') return { test: 'not', of: readCondition(draft, node, reader) };
  if (key === 'count') {
    const of = readAll(child(node, 'of'));
    return { test: 'count', ...readBounds(draft.page, node, { min: 0, max: of.length || Infinity }), of };
  }
  const subject = draft.names.subjects.get(key);
  if (subject === undefined) return { test: 'all', of: [] };
  if (!mayRead(reader, subject)) refuseKind(draft.page, keyStart, key, subject, reader);
  return readSubject(draft.page, node, key, subject);
}

function readable({ subjects }: Names, reader: Reader): readonly string[] {
  return [...[...subjects].flatMap(([key, subject]) => (mayRead(reader, subject) ? key : [])), ...CONNECTIVES];
}

function mayRead(reader: Reader, { origin }: Subject): boolean {
  const { origins }: Scope = MAY_READ[reader];
  return origin === undefined || origins.includes(origin);
}

function refuseKind(page: Page, offset: number, key: string, { origin }: Subject, reader: Reader): void {
  const what = ORIGINS[String(origin)] ?? `a ${origin} question`;
  page.refuse('wrong-kind', offset, `\`${key}\` is ${what}, which cannot be read here`, MAY_READ[reader].words);
}

const ORIGINS: Readonly<Record<string, string>> = { result: 'part of the result', score: 'a score' };

function readSubject(page: Page, node: Node, key: string, subject: Subject): Condition {
  if (subject.type === 'choice') return { test: 'option', question: key, options: readOptions(page, node, key, subject) };
  const bounds = readNumbers(page, node, key, subject);
  return subject.origin === 'score' ? { test: 'score', score: key, ...bounds } : { test: 'number', question: key, ...bounds };
}
