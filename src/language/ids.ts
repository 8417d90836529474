import { NOT_SURE } from '../model/rule-set.ts';
import { shorten } from './nearest.ts';
import type { Page } from './page.ts';
import { child, textOf, type Node } from './tree.ts';

/** Names that every JavaScript object has already. */
const OF_OBJECTS = new Set(['constructor', 'prototype']);

/** Ids of questions and scores are keys of conditions, columns of records and flags of `assess`, beside these. */
const OF_QUESTIONS = new Set([
  ...wordsOf('id line level urgency all any not count not-sure'),
  ...wordsOf('answers partial json format output explain plain lang rules help version color'),
]);

export function idOf(node: Node): string {
  return textOf(child(node, 'id')) ?? '';
}

/** Refuses ids that mean something else, and ids that stand twice among things of one kind. */
export function checkIds(page: Page, kind: string, ids: readonly { readonly id: string; readonly start: number }[]): void {
  const seen = new Set<string>();
  for (const { id, start } of ids) {
    if (isReserved(kind, id)) page.refuse('reserved-id', start, `\`${shorten(id)}\` already means something else`, `choose another id for the ${kind}`);
    else if (seen.has(id)) page.refuse('duplicate-id', start, `there is another ${kind} \`${shorten(id)}\` above`, `each ${kind} needs an id of its own`);
    seen.add(id);
  }
}

/** The ids of a list, each where it stands. */
export function idsIn(nodes: readonly Node[]): { readonly id: string; readonly start: number }[] {
  return nodes.flatMap((node) => {
    const id = child(node, 'id');
    const word = textOf(id);
    return id === undefined || word === undefined ? [] : { id: word, start: id.start };
  });
}

/** The ids of a list, in its order. */
export function idsOf(nodes: readonly Node[]): readonly string[] {
  return idsIn(nodes).map(({ id }) => id);
}

/** `--no-color` is the opposite of `--color`, so no question id may start with `no-`. */
function isReserved(kind: string, id: string): boolean {
  if (kind === 'question') return OF_OBJECTS.has(id) || OF_QUESTIONS.has(id) || id.startsWith('no-');
  return OF_OBJECTS.has(id) || (kind === 'option' && id === NOT_SURE);
}

function wordsOf(line: string): readonly string[] {
  return line.split(' ');
}
