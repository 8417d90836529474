import { KINDS, type Question } from '../model/rule-set.ts';
import { checkWithin } from './bounds.ts';
import type { Draft } from './condition.ts';
import { checkIds, idOf, idsIn, idsOf } from './ids.ts';
import { readName } from './names.ts';
import type { Page } from './page.ts';
import { isTrue, readTexts, text } from './texts.ts';
import { child, items, numberOf, type Node } from './tree.ts';

export function readQuestion({ page }: Draft, node: Node): Question {
  const kind = KINDS.find((each) => each === text(node, 'kind')) ?? 'need';
  const base = { id: idOf(node), kind, text: text(node, 'text'), ...readTexts(node, ['help', 'why', 'ifNotSure']) };
  const notSure = child(node, 'notSure');
  if (notSure && kind !== 'need') {
    page.refuse('wrong-kind', notSure.start, `a ${kind} question does not take \`notSure\``, 'only a need question does');
  }
  if (!notSure && base.ifNotSure !== undefined) page.refuse('missing-key', node.start, '`ifNotSure` stands without `notSure`');
  return child(node, 'integer') ? { ...base, ...readInteger(page, node) } : { ...base, ...readChoice(page, node, kind) };
}

function readChoice(page: Page, node: Node, kind: string): Pick<Question & { type: 'choice' }, 'type' | 'options' | 'several' | 'notSure'> {
  const options = items(child(node, 'options'));
  const several = child(node, 'several');
  const notSure = child(node, 'notSure');
  checkIds(page, 'option', idsIn(options));
  if (several && isTrue(several) && kind !== 'note') {
    page.refuse('wrong-kind', several.start, `a ${kind} question takes one answer`, 'only a note question may take several');
  }
  return {
    type: 'choice',
    options: options.map((option) => ({ id: idOf(option), text: text(option, 'text') })),
    several: isTrue(several),
    ...(notSure && options.length > 0 && { notSure: readName(page, notSure, 'option', idsOf(options)) }),
  };
}

function readInteger(page: Page, node: Node): Pick<Question & { type: 'integer' }, 'type' | 'min' | 'max' | 'notSure'> {
  const bounds = child(node, 'integer');
  const [min = -Infinity, max = Infinity] = ['min', 'max'].map((key) => numberOf(child(bounds, key)));
  const notSure = child(node, 'notSure');
  const counted = numberOf(notSure);
  if (bounds && min > max) page.refuse('out-of-range', bounds.start, '`min` is above `max`');
  if (notSure && counted !== undefined) checkWithin(page, notSure, counted, { min, max });
  return { type: 'integer', min, max, ...(counted !== undefined && { notSure: counted }) };
}
