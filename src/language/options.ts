import { checkBounded, checkCrossed } from './bounds.ts';
import { readName, readNames, type ChoiceSubject } from './names.ts';
import type { Page } from './page.ts';
import { child, numberOf, type Node } from './tree.ts';

/** One option, several, or a stretch of them, in the order of the question; none when the question itself has none. */
export function readOptions(page: Page, node: Node, key: string, subject: ChoiceSubject): string[] {
  const { options, ordered } = subject;
  const what = key === 'level' || key === 'urgency' ? key : 'option';
  const [least, most] = [child(node, 'atLeast'), child(node, 'atMost')];
  for (const each of [node, least, most]) {
    if (each && numberOf(each) !== undefined) page.refuse('wrong-type', each.start, `\`${key}\` takes an option, not a number`);
  }
  if (options.length === 0) return [];
  if (node.kind !== 'map') {
    const listed = new Set(node.kind === 'list' ? readNames(page, node, what, options) : [readName(page, node, what, options)]);
    return options.filter((option) => listed.has(option));
  }
  checkBounded(page, node);
  if (!ordered) page.refuse('no-order', node.start, `the options of \`${key}\` have no order`, 'list options instead: [a, b]');
  const from = least ? options.indexOf(readName(page, least, what, options)) : 0;
  const to = most ? options.indexOf(readName(page, most, what, options)) : options.length - 1;
  if (to >= 0) checkCrossed(page, node, from, to);
  return options.slice(from, to + 1);
}
