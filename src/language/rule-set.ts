import type { Place, Read } from '../model/problem.ts';
import { URGENCIES, type Advice, type Level, type Rule, type RuleSet } from '../model/rule-set.ts';
import { ruleSetFile } from '../schema/rule-set.ts';
import { readCondition, type Draft } from './condition.ts';
import { readContact, readReferral, readSource } from './contact.ts';
import { digest } from './digest.ts';
import { freeze } from './freeze.ts';
import { checkIds, idOf, idsIn } from './ids.ts';
import { namesOf, readName, readNames } from './names.ts';
import { Page } from './page.ts';
import { readProperty } from './property.ts';
import { readQuestion } from './question.ts';
import { readScore } from './score.ts';
import { checkShape } from './shape.ts';
import { readTexts, text, textList } from './texts.ts';
import { child, entries, items, locate, type Node } from './tree.ts';
import { readYaml } from './yaml.ts';

export interface RuleSetFile {
  readonly ruleSet: RuleSet;
  /**
   * Where a part of the rule set stands, by keys and ids: `placeOf('rules', 'my-rule', 'when')`. The nearest part
   * around it when it is not in the file.
   */
  placeOf(this: void, ...path: string[]): Place;
}

/** Reads a rule-set file: its syntax, its shape, its names and its meaning, with all problems at once. */
export function readRuleSet(yaml: string, file: string): Read<RuleSetFile> {
  const page = new Page(yaml, file);
  const root = readYaml(page);
  if (root === undefined) return page.refused();
  if (child(root, 'cases') !== undefined && child(root, 'rules') === undefined) {
    page.refuse('wrong-type', root.start, 'this is a file of cases, not a rule set', 'hand it to `rules test`');
    return page.refused();
  }
  checkShape(page, root, ruleSetFile);
  const ruleSet = build({ page, names: namesOf(root) }, root);
  return page.read(() => ({
    ruleSet: freeze({ ...ruleSet, digest: digest(ruleSet) }),
    placeOf: (...path) => page.placeAt(locate(root, path).start),
  }));
}

/**
 * The rule set as its file says it, key by key in the order of the model. Wrong names are refused on the way; wrong
 * shapes read as empty texts and lists, which is harmless, because such a rule set is never handed out.
 */
function build(draft: Draft, root: Node): Omit<RuleSet, 'digest'> {
  const { page } = draft;
  const list = (key: string, kind: string): readonly Node[] => {
    const nodes = items(child(root, key));
    checkIds(page, kind, idsIn(nodes));
    return nodes;
  };
  const [questions, scores] = [items(child(root, 'questions')), entries(child(root, 'scores'))];
  checkIds(page, 'question', [...idsIn(questions), ...scores.map(({ key, keyStart }) => ({ id: key, start: keyStart }))]);
  const [screen, scope] = [child(root, 'screen'), child(root, 'scope')];
  return {
    id: text(root, 'ruleSet'),
    version: text(root, 'version'),
    title: text(root, 'title'),
    about: text(root, 'about'),
    notice: text(root, 'notice'),
    levels: list('levels', 'level').map(readLevel),
    questions: questions.map((node) => readQuestion(draft, node)),
    scores: scores.toSorted(byKey).map((entry) => readScore(draft, entry.key, entry.node)),
    ...(screen && { screen: readName(page, screen, 'score', scores.map(({ key }) => key)) }),
    ...(scope && { scope: { when: readCondition(draft, child(scope, 'when'), 'scope'), otherwise: text(scope, 'otherwise') } }),
    rules: list('rules', 'rule').map((node) => readRule(draft, node)),
    advice: list('advice', 'piece of advice').map((node) => readAdvice(draft, node)),
    properties: list('properties', 'property').map((node) => readProperty(draft, node)),
    referral: readReferral(child(root, 'referral')),
    contacts: list('contacts', 'contact').map((node) => readContact(draft, node)),
    sources: entries(child(root, 'sources')).toSorted(byKey).map(({ key, node }) => readSource(key, node)),
  };
}

function readLevel(node: Node): Level {
  const parts = child(node, 'parts');
  return {
    id: idOf(node),
    name: text(node, 'name'),
    ...readTexts(node, ['short']),
    week: text(node, 'week'),
    ...readTexts(node, ['what', 'hours', 'nights', 'length']),
    ...(parts && { parts: textList(node, 'parts') }),
    ...readTexts(node, ['fits', 'cost', 'follows']),
  };
}

function readRule(draft: Draft, node: Node): Rule {
  return {
    id: idOf(node),
    when: readCondition(draft, child(node, 'when'), 'rule'),
    level: readName(draft.page, child(node, 'level'), 'level', draft.names.levels),
    urgency: URGENCIES.find((urgency) => urgency === text(node, 'urgency')) ?? 'routine',
    because: text(node, 'because'),
    sources: readNames(draft.page, child(node, 'sources'), 'source', draft.names.sources),
  };
}

function readAdvice(draft: Draft, node: Node): Advice {
  return {
    id: idOf(node),
    when: readCondition(draft, child(node, 'when'), 'advice'),
    say: text(node, 'say'),
    sources: readNames(draft.page, child(node, 'sources'), 'source', draft.names.sources),
  };
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1;
}
