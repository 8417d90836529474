import { controlCharacters } from './control.ts';
import { shorten } from './nearest.ts';
import type { Page } from './page.ts';
import type { Entry, MapNode, ScalarNode } from './tree.ts';

/** What YAML and JSON share on the way to nodes: the refusals that their parsers leave to the caller. */

/** The most lists and maps inside one another; no valid input comes near. */
export const DEEPEST = 100;

/** The most words and signs of one text; a parser keeps each of them, so they are what fills the memory. */
export const MOST_TOKENS = 100_000;

/** Refuses control characters anywhere in the text, comments included; whether there are none. */
export function isPrintable(page: Page): boolean {
  for (const { offset, name } of controlCharacters(page.text)) refuseControl(page, offset, name);
  return page.clean;
}

export function refuseEmpty(page: Page): void {
  page.refuse('empty', 0, 'there is nothing in it');
}

export function refuseTooDeep(page: Page, offset: number): void {
  page.refuse('too-deep', offset, `more than ${DEEPEST} lists and maps stand inside one another here`);
}

export function refuseTooMany(page: Page, offset: number): void {
  page.refuse('too-large', offset, `more than ${MOST_TOKENS} words and signs`, 'split the text; many cases fit into a file that holds one on each line');
}

export function scalarNode(page: Page, start: number, value: ScalarNode['value']): ScalarNode {
  // The text itself is printable, so what is found here was written as an escape, such as `\u202e`.
  for (const { name } of typeof value === 'string' ? controlCharacters(value) : []) refuseControl(page, start, name);
  return { kind: 'scalar', start, value };
}

export function mapNode(page: Page, start: number, pairs: readonly Entry[]): MapNode {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const { key, keyStart } = pair;
    if (key === '__proto__') page.refuse('unknown-key', keyStart, 'a key must not be `__proto__`');
    else if (entries.has(key)) page.refuse('duplicate-key', keyStart, `\`${shorten(key)}\` stands twice here`, 'keep one of them');
    else entries.set(key, pair);
  }
  return { kind: 'map', start, entries };
}

function refuseControl(page: Page, offset: number, name: string): void {
  page.refuse('control-character', offset, `the control character ${name} stands here`, 'delete it, or type the line again');
}
