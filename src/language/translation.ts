import type { Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { freeze } from './freeze.ts';
import { checkIds, idOf, idsIn } from './ids.ts';
import { shorten, validNames } from './nearest.ts';
import { Page } from './page.ts';
import { typeOf } from './shape.ts';
import { child, entries, textOf, type Node } from './tree.ts';
import { readYaml } from './yaml.ts';

/** A text, or a list of texts. */
const TEXT = 'text';

/** Which keys hold texts for people. The layout of a list is that of its items, which are found by their ids. */
interface Layout {
  readonly [key: string]: typeof TEXT | Layout;
}

const LAYOUT: Layout = {
  title: TEXT,
  about: TEXT,
  notice: TEXT,
  levels: {
    name: TEXT,
    short: TEXT,
    week: TEXT,
    what: TEXT,
    hours: TEXT,
    nights: TEXT,
    length: TEXT,
    parts: TEXT,
    fits: TEXT,
    cost: TEXT,
    follows: TEXT,
  },
  questions: { text: TEXT, help: TEXT, why: TEXT, ifNotSure: TEXT, options: { text: TEXT } },
  scope: { otherwise: TEXT },
  rules: { because: TEXT },
  advice: { say: TEXT },
  referral: { who: TEXT, today: TEXT, notAsked: TEXT, bring: TEXT, ask: TEXT },
  contacts: { name: TEXT, how: TEXT },
};

/**
 * The rule set with its texts in another language: a file that names the rule set and its version, and holds the text of
 * everything that has one there, and nothing else. The digest stays, since the behaviour does.
 */
export function readTranslation(yaml: string, file: string, ruleSet: RuleSet): Read<RuleSet> {
  const page = new Page(yaml, file);
  const root = readYaml(page);
  if (root === undefined) return page.refused();
  checkOrigin(page, root, ruleSet);
  const translated = translateMap(page, root, ruleSet, LAYOUT, ['ruleSet', 'version']);
  return page.read(() => freeze({ ...ruleSet, ...translated }));
}

function checkOrigin(page: Page, root: Node, { id, version }: RuleSet): void {
  for (const [key, expected] of Object.entries({ ruleSet: id, version })) {
    const stated = child(root, key);
    if (stated === undefined) page.refuse('missing-key', root.start, `\`${key}\` is missing`, `the texts belong to ${expected}`);
    else if (textOf(stated) !== expected) {
      page.refuse('other-rule-set', stated.start, `these texts are for another rule set than \`${id}\` ${version}`);
    }
  }
}

/** The texts of a map, under the keys that have one in the original; `besides` may stand there too. */
function translateMap(page: Page, node: Node, original: object, layout: Layout, besides: readonly string[]): object {
  if (node.kind !== 'map') return refuseType(page, node, 'a map', {});
  const texts = Object.entries(original).filter(([key]) => key in layout);
  const keys = texts.map(([key]) => key);
  for (const { key, keyStart } of entries(node)) {
    if (!besides.includes(key) && !keys.includes(key)) {
      page.refuse('unknown-key', keyStart, `the rule set has no text \`${shorten(key)}\` here`, validNames(key, keys));
    }
  }
  const translated = texts.map(([key, value]) => {
    const translation = child(node, key);
    if (translation) return [key, translate(page, translation, value, layout[key])];
    if (!isEmptyList(value)) page.refuse('missing-text', node.start, `\`${key}\` is missing`);
    return [key, value];
  });
  return { ...original, ...Object.fromEntries(translated) };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function translate(page: Page, node: Node, original: unknown, layout: Layout[string] | undefined): unknown {
  if (layout === undefined || layout === TEXT) return translateText(page, node, original);
  if (Array.isArray(original)) return translateList(page, node, original, layout);
  return translateMap(page, node, original as object, layout, []);
}

function translateList(page: Page, node: Node, originals: readonly { readonly id: string }[], layout: Layout): unknown {
  if (node.kind !== 'list') return refuseType(page, node, 'a list', []);
  const ids = originals.map(({ id }) => id);
  checkIds(page, 'entry', idsIn(node.items));
  for (const item of node.items) {
    const id = idOf(item);
    if (!ids.includes(id)) page.refuse('unknown-name', item.start, `the rule set has no \`${shorten(id)}\` here`, validNames(id, ids));
  }
  return originals.map((original) => {
    const item = node.items.find((each) => idOf(each) === original.id);
    if (item === undefined) page.refuse('missing-text', node.start, `the texts of \`${original.id}\` are missing`);
    return item && translateMap(page, item, { ...original }, layout, ['id']);
  });
}

function translateText(page: Page, node: Node, original: unknown): unknown {
  if (!Array.isArray(original)) return translateString(page, node);
  if (node.kind !== 'list') return refuseType(page, node, 'a list', []);
  if (node.items.length !== original.length) {
    page.refuse('missing-text', node.start, `here are ${node.items.length} texts, and the rule set has ${original.length}`);
  }
  return node.items.map((item) => translateString(page, item));
}

function translateString(page: Page, node: Node): string {
  const translation = textOf(node);
  if (translation === undefined) return refuseType(page, node, 'a text', '');
  if (translation === '') page.refuse('missing-text', node.start, 'the text is empty');
  return translation;
}

function refuseType<T>(page: Page, node: Node, expected: string, instead: T): T {
  page.refuse('wrong-type', node.start, `${expected} is expected here, not ${typeOf(node)}`);
  return instead;
}
