import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser, type CST, type Document, type Pair, type ParsedNode } from 'yaml';
import { DEEPEST, isPrintable, mapNode, MOST_TOKENS, refuseEmpty, refuseTooDeep, refuseTooMany, scalarNode } from './nodes.ts';
import type { Page } from './page.ts';
import { plain, type Entry, type Node } from './tree.ts';

/**
 * YAML 1.2, core schema, string keys. Whatever could make a text mean something else than it seems to is refused:
 * directives (`%YAML 1.1` turns `no` into false), tags, anchors, aliases, several documents, and every warning.
 */
const OPTIONS = { schema: 'core', version: '1.2', stringKeys: true, uniqueKeys: false, resolveKnownTags: false } as const;

/** The root of a YAML text; `undefined` when the page holds its problems instead. */
export function readYaml(page: Page): Node | undefined {
  if (!isPrintable(page)) return undefined;
  const tokens = tokensOf(page);
  if (tokens === undefined) return undefined;
  refuseDirectives(page, tokens);
  const documents = documentsOf(page, tokens);
  for (const document of documents) refuseErrors(page, document);
  const [first, second] = documents;
  if (second) page.refuse('yaml-syntax', second.range[0], 'a second document starts here', 'a file holds one; delete the `---` line');
  const root = first?.contents;
  if (page.clean && (!root || (isScalar(root) && root.source === ''))) refuseEmpty(page);
  return page.clean && root ? node(page, root) : undefined;
}

/** The syntax tokens; `undefined` when there are too many, or when they nest too deep for the composer, which calls itself for each level. */
function tokensOf(page: Page): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(page.text)) {
    tokens.push(...parser.next(lexeme));
    count += 1;
    if (count > MOST_TOKENS) {
      refuseTooMany(page, parser.offset);
      return undefined;
    }
    const deepest = parser.stack[DEEPEST];
    if (deepest) {
      refuseTooDeep(page, deepest.offset);
      return undefined;
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

/** The documents. A hostile text has an error at every second sign, and the stack of each would fill the memory. */
function documentsOf(page: Page, tokens: readonly CST.Token[]): readonly Document.Parsed[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [...new Composer(OPTIONS).compose(tokens, true, page.text.length)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function refuseDirectives(page: Page, tokens: readonly CST.Token[]): void {
  for (const token of tokens) {
    if (token.type === 'directive') page.refuse('yaml-syntax', token.offset, 'a directive is not taken', 'delete the line');
  }
}

function refuseErrors(page: Page, document: Document.Parsed): void {
  const seen = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    if (seen.has(error.pos[0])) continue; // the echo of the error before, once for each list that it leaves open
    seen.add(error.pos[0]);
    const [first = ''] = error.message.split('\n');
    page.refuse('yaml-syntax', error.pos[0], first.charAt(0).toLowerCase() + first.slice(1), HELP[error.code]);
  }
}

/** Advice for the slips that people make most. */
const HELP: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'entries of one list or map start in the same column',
  MULTILINE_IMPLICIT_KEY: 'put a text that holds `: ` or `#` in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds `: ` or `#` in quotes',
  TAG_RESOLVE_FAILED: 'put a text that starts with `!` in quotes',
};

function node(page: Page, from: ParsedNode): Node {
  const start = from.range[0];
  if (isAlias(from)) {
    page.refuse('yaml-syntax', start, 'an alias (`*`) is not taken', 'write the value out, or put the text in quotes');
    return scalarNode(page, start, from.source);
  }
  if (from.anchor !== undefined || from.tag !== undefined) {
    const what = from.anchor === undefined ? 'a tag (`!`)' : 'an anchor (`&`)';
    page.refuse('yaml-syntax', start, `${what} is not taken`, 'delete it, or put the text in quotes');
  }
  if (isMap(from)) return mapNode(page, start, from.items.map((pair) => entry(page, pair)));
  if (isSeq(from)) return { kind: 'list', start, items: from.items.map((item) => node(page, item)) };
  return scalarNode(page, start, from.value as string | number | boolean | null);
}

/** With `stringKeys`, every key that is no error is a text. */
function entry(page: Page, pair: Pair<ParsedNode, ParsedNode | null>): Entry {
  const key = node(page, pair.key);
  const keyEnd = pair.key.range[1];
  return {
    key: String(plain(key)),
    keyStart: key.start,
    node: pair.value === null ? scalarNode(page, keyEnd, null) : node(page, pair.value),
  };
}
