import { child, items, textOf, type Node } from './tree.ts';

/** The text under a key; empty when there is none, which the shape refuses. */
export function text(node: Node | undefined, key: string): string {
  return textOf(child(node, key)) ?? '';
}

export function textList(node: Node | undefined, key: string): string[] {
  return items(child(node, key)).map((item) => textOf(item) ?? '');
}

/** Those of the texts that are there, in the order of the keys. */
export function readTexts<Key extends string>(node: Node | undefined, keys: readonly Key[]): { [K in Key]?: string } {
  const given = keys.flatMap((key) => (child(node, key) ? [[key, text(node, key)] as const] : []));
  return Object.fromEntries(given) as { [K in Key]?: string };
}

export function isTrue(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}
