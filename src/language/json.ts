import { createScanner, parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { DEEPEST, isPrintable, mapNode, MOST_TOKENS, refuseEmpty, refuseTooDeep, refuseTooMany, scalarNode } from './nodes.ts';
import type { Page } from './page.ts';
import type { Entry, Node } from './tree.ts';

/**
 * The root of a JSON text; `undefined` when the page holds its problems instead. The parser gives a tree with places that
 * keeps keys that stand twice; without comments it takes exactly what `JSON.parse` takes (a test compares them).
 */
export function readJson(page: Page): Node | undefined {
  if (!isPrintable(page)) return undefined;
  if (page.text.trim() === '') refuseEmpty(page);
  else refuseBig(page);
  if (!page.clean) return undefined;
  const errors: ParseError[] = [];
  const tree = parseTree(page.text, errors, { disallowComments: true });
  // The errors after the first are often its echo.
  for (const { error, offset } of errors.slice(0, 1)) {
    page.refuse('json-syntax', offset, MESSAGES[printParseErrorCode(error)] ?? 'this is not JSON', HELP);
  }
  return page.clean && tree ? node(page, tree) : undefined;
}

const HELP = 'keys and texts stand in double quotes, with no comma after the last';

const MESSAGES: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a closing brace is missing here',
  CloseBracketExpected: 'a closing bracket is missing here',
  EndOfFileExpected: 'the text goes on after its end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing double quote is missing',
  InvalidEscapeCharacter: 'there is no such escape in JSON',
};

/** The tree is built by a function that calls itself for each level, so levels and tokens are counted first. */
function refuseBig(page: Page): void {
  const scanner = createScanner(page.text, true);
  let [depth, count] = [0, 0];
  while (scanner.getPosition() < page.text.length) {
    scanner.scan();
    count += 1;
    if (count > MOST_TOKENS) return refuseTooMany(page, scanner.getTokenOffset());
    const token = page.text[scanner.getTokenOffset()];
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST) return refuseTooDeep(page, scanner.getTokenOffset());
  }
  return undefined;
}

/** The tree is that of a valid text, so lists and maps have children, and a property has a key and a value. */
function node(page: Page, from: JsonNode): Node {
  const children = from.children as JsonNode[];
  if (from.type === 'object') return mapNode(page, from.offset, children.map((property) => entry(page, property)));
  if (from.type === 'array') return { kind: 'list', start: from.offset, items: children.map((item) => node(page, item)) };
  return scalarNode(page, from.offset, from.value as string | number | boolean | null);
}

function entry(page: Page, property: JsonNode): Entry {
  const [key, value] = property.children as [JsonNode, JsonNode];
  return { key: String(scalarNode(page, key.offset, key.value as string).value), keyStart: key.offset, node: node(page, value) };
}
