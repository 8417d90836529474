import type { NumberSubject } from './names.ts';
import type { Page } from './page.ts';
import { child, numberOf, textOf, type Node } from './tree.ts';

/** Inclusive. */
interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A number, or the stretch between `atLeast` and `atMost`. */
export function readNumbers(page: Page, node: Node, key: string, subject: NumberSubject): Bounds {
  const number = numberOf(node);
  if (number === undefined) {
    const isOther = node.kind === 'list' || textOf(node) !== undefined;
    if (isOther) page.refuse('wrong-type', node.start, `\`${key}\` takes a number, or \`atLeast\` and \`atMost\``);
    return readBounds(page, node, subject);
  }
  checkWithin(page, node, number, subject);
  return { min: number, max: number };
}

/** Inclusive bounds; those of the subject where none is given. */
export function readBounds(page: Page, node: Node, within: Bounds): Bounds {
  const [least, most] = [child(node, 'atLeast'), child(node, 'atMost')];
  for (const each of [least, most]) {
    const number = numberOf(each);
    if (each && textOf(each) !== undefined) page.refuse('wrong-type', each.start, 'a number is expected here, not an option');
    if (each && number !== undefined) checkWithin(page, each, number, within);
  }
  const bounds = { min: numberOf(least) ?? within.min, max: numberOf(most) ?? within.max };
  checkBounded(page, node);
  if (least && most) checkCrossed(page, node, bounds.min, bounds.max);
  return bounds;
}

export function checkBounded(page: Page, node: Node): void {
  const bounded = node.kind !== 'map' || node.entries.has('atLeast') || node.entries.has('atMost');
  if (!bounded) page.refuse('missing-key', node.start, '`atLeast` or `atMost` is missing');
}

export function checkWithin(page: Page, node: Node, number: number, { min, max }: Bounds): void {
  if (number < min || number > max) page.refuse('out-of-range', node.start, `${number} is not between ${min} and ${max}`);
}

export function checkCrossed(page: Page, node: Node, from: number, to: number): void {
  if (from > to) page.refuse('out-of-range', node.start, '`atLeast` is above `atMost`, so nothing lies between');
}
