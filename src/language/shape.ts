import type { z } from 'zod';
import type { ProblemCode } from '../model/problem.ts';
import { shorten, validNames } from './nearest.ts';
import type { Page } from './page.ts';
import { items, locate, plain, type Node } from './tree.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Refuses whatever is not of the shape: unknown and missing keys, types, forms of texts, lengths. */
export function checkShape(page: Page, root: Node, shape: z.ZodType): void {
  const refuseAll = (issues: readonly Issue[], above: Path): void => {
    for (const issue of issues) {
      const path = [...above, ...issue.path];
      const within = issue.code === 'invalid_union' ? likeliestBranch(issue) : undefined;
      if (within === undefined) refuse(page, root, issue, path);
      else refuseAll(within, path);
    }
  };
  refuseAll(shape.safeParse(plain(root)).error?.issues ?? [], []);
}

/** Of several shapes, the one that the value comes closest to; `undefined` when it is not even of their types. */
function likeliestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  return issue.errors.filter((branch) => !branch.some(isOtherType)).toSorted((a, b) => a.length - b.length)[0];
}

function isOtherType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function refuse(page: Page, root: Node, issue: Issue, path: Path): void {
  const { start, node, found } = locate(root, path);
  const name = nameOf(path);
  if (!found) page.refuse('missing-key', start, `${name} is missing`);
  else if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    for (const key of issue.keys) {
      const at = locate(root, [...path, key]).start;
      page.refuse('unknown-key', at, `the key \`${shorten(key)}\` means nothing here`, validNames(key, known));
    }
  } else if (issue.code === 'invalid_key') {
    // The one form that keys have.
    page.refuse('bad-id', start, `${name} is no id`, FORMS['bad-id'].help);
  } else {
    const { code, message, help } = explain(issue, node, name);
    page.refuse(code, node.start, message, help);
  }
}

interface Explanation {
  readonly code: ProblemCode;
  readonly message: string;
  readonly help?: string | undefined;
}

function explain(issue: Issue, node: Node, name: string): Explanation {
  const value = node.kind === 'scalar' ? `\`${shorten(String(node.value))}\`` : `a ${node.kind}`;
  if (isForm(issue.message)) {
    const { name: form, help } = FORMS[issue.message];
    return { code: issue.message, message: `${value} is no ${form}`, help };
  }
  if (issue.code === 'invalid_value') {
    return { code: 'unknown-name', message: `${name} cannot be ${value}`, help: validNames(String(plain(node)), issue.values.map(String)) };
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return { code: 'empty', message: `${name} is an empty text` };
    if (issue.origin === 'array') {
      return { code: 'too-few', message: `${name} has ${items(node).length}, and needs ${issue.minimum} or more` };
    }
    return { code: 'out-of-range', message: `${name} is below ${issue.minimum}` };
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'array') {
      return { code: 'too-many', message: `${name} has ${items(node).length}, and ${issue.maximum} is the most` };
    }
    return { code: 'out-of-range', message: `${name} is above ${issue.maximum}` };
  }
  return wrongType(node, name, expectedTypes(issue));
}

function wrongType(node: Node, name: string, expected: readonly string[]): Explanation {
  const message = `${name} is ${typeOf(node)}, not ${expected.join(' or ')}`;
  const quote = expected.includes('a text') && node.kind === 'scalar' && node.value !== null;
  return { code: 'wrong-type', message, ...(quote && { help: 'put it in quotes to make it a text' }) };
}

function expectedTypes(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().flatMap(expectedTypes))];
  return [wordFor((issue as z.core.$ZodIssueInvalidType).expected)]; // no shape here has an issue of another code left
}

/** What a value is, in words. */
export function typeOf(node: Node): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  return node.value === null ? 'nothing' : wordFor(typeof node.value);
}

function wordFor(type: string): string {
  return WORDS[type] ?? `a ${type}`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** The forms of texts that have a problem code of their own. */
const FORMS = {
  'bad-id': { name: 'id', help: 'an id is made of small letters, digits and single dashes, and starts with a letter' },
  'bad-version': { name: 'version', help: 'a version is three numbers, such as 1.0.0' },
  'bad-day': { name: 'day', help: 'a day is written as 2026-11-21' },
  'bad-address': { name: 'web address', help: 'an address starts with https:// or http:// and holds no blanks' },
} as const satisfies Partial<Record<ProblemCode, { readonly name: string; readonly help: string }>>;

function isForm(message: string): message is keyof typeof FORMS {
  return message in FORMS;
}

/** The thing at the end of a path: its key, or its number in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the whole text';
  return typeof last === 'number' ? `item ${last + 1} of ${nameOf(path.slice(0, -1))}` : `\`${shorten(String(last))}\``;
}
