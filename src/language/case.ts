import type { Case, Expectation } from '../model/case.ts';
import { URGENCIES, type RuleSet } from '../model/rule-set.ts';
import { status } from '../schema/assessment.ts';
import { checkAnswers, givenIn } from './answers.ts';
import { readName, readNames } from './names.ts';
import type { Page } from './page.ts';
import { text, textList } from './texts.ts';
import { child, items, type Node } from './tree.ts';

/** One case; its shape is checked elsewhere. */
export function readCase(page: Page, node: Node, ruleSet: RuleSet): Case {
  const answers = checkAnswers(ruleSet, givenIn(page, child(node, 'answers')), { partial: true });
  if (!answers.ok) page.add(answers.problems);
  return {
    name: text(node, 'name'),
    answers: answers.ok ? answers.value : {},
    expect: readExpectation(page, child(node, 'expect'), ruleSet),
    tags: textList(node, 'tags'),
    place: page.placeAt(node.start),
  };
}

function readExpectation(page: Page, node: Node | undefined, ruleSet: RuleSet): Expectation {
  const [level, range, decidedBy, advice] = ['level', 'range', 'decidedBy', 'advice'].map((key) => child(node, key));
  const levels = ruleSet.levels.map(({ id }) => id);
  const found = status.options.find((each) => each === text(node, 'status'));
  const urgency = URGENCIES.find((each) => each === text(node, 'urgency'));
  if (node?.kind === 'map' && node.entries.size === 0) page.refuse('empty', node.start, '`expect` must expect something');
  return {
    ...(found && { status: found }),
    ...(level && { level: readName(page, level, 'level', levels) }),
    ...(range && { range: readRange(page, range, levels) }),
    ...(urgency && { urgency }),
    ...(decidedBy && { decidedBy: readNames(page, decidedBy, 'rule', ruleSet.rules.map(({ id }) => id)) }),
    ...(advice && { advice: readNames(page, advice, 'advice', ruleSet.advice.map(({ id }) => id)) }),
  };
}

function readRange(page: Page, node: Node, levels: readonly string[]): readonly [string, string] {
  const [least = '', most = ''] = items(node).map((item) => readName(page, item, 'level', levels));
  if (levels.includes(most) && levels.indexOf(least) > levels.indexOf(most)) {
    page.refuse('out-of-range', node.start, `\`${least}\` is more intensive than \`${most}\``, 'the least intensive level stands first');
  }
  return [least, most];
}
