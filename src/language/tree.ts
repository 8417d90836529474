/**
 * A parsed YAML or JSON text as plain nodes that know where they stand. Offsets count from the start of the text. The
 * accessors are lenient: what is absent or of another kind reads as nothing, since the shape check reports it.
 */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly value: string | number | boolean | null;
}

interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly Node[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly node: Node;
}

export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.node : undefined;
}

export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

export function entries(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** The text without blanks at its ends; `undefined` when the node holds none. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : undefined;
}

export function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** The node as the value that `JSON.parse` would give. */
export function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(entries(node).map((entry) => [entry.key, plain(entry.node)]));
}

/**
 * The deepest node on the path, and where it is to be pointed at: at its key, where it has one. A step is a key, an
 * index, or the id of an item in a list.
 */
export function locate(root: Node, path: readonly PropertyKey[]): { readonly start: number; readonly node: Node; readonly found: boolean } {
  let at = { start: root.start, node: root };
  for (const step of path) {
    const next = stepInto(at.node, step);
    if (next === undefined) return { ...at, found: false };
    at = next;
  }
  return { ...at, found: true };
}

function stepInto(node: Node, step: PropertyKey): { start: number; node: Node } | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.get(String(step));
    return entry && { start: entry.keyStart, node: entry.node };
  }
  const item = typeof step === 'number' ? items(node)[step] : items(node).find((each) => textOf(child(each, 'id')) === step);
  return item && { start: item.start, node: item };
}
