import { URGENCIES, type Outcome, type Property } from '../model/rule-set.ts';
import { readCondition, type Draft } from './condition.ts';
import { idOf } from './ids.ts';
import { refuseUnknown, type Origin, type Subject } from './names.ts';
import { shorten } from './nearest.ts';
import { readOptions } from './options.ts';
import { child, items, numberOf, textOf, type Node } from './tree.ts';

/** A property in one of its four forms; the shape has made sure that it is one of them. */
export function readProperty(draft: Draft, node: Node): Property {
  const id = idOf(node);
  const [never, monotone, vary, when, expect] = ['never', 'monotone', 'vary', 'when', 'expect'].map((key) => child(node, key));
  if (never) return { id, claim: 'never', never: readCondition(draft, never, 'never') };
  if (monotone) return { id, claim: 'monotone', monotone: items(monotone).map((item) => readQuestion(draft, item, ['need'])) };
  const holds = readCondition(draft, when, 'property');
  if (vary) {
    const levelsAtMost = numberOf(child(child(expect, 'levels'), 'atMost')) ?? 0;
    return { id, claim: 'vary', vary: readQuestion(draft, vary, ['need', 'preference']), ...(when && { when: holds }), levelsAtMost };
  }
  return { id, claim: 'expect', when: holds, expect: readOutcome(draft, expect) };
}

/** The id of a question of one of these kinds. */
function readQuestion({ page, names }: Draft, node: Node, kinds: readonly Origin[]): string {
  const id = textOf(node);
  if (id === undefined) return '';
  const fits = ({ origin }: Subject): boolean => origin === undefined || kinds.includes(origin);
  const subject = names.subjects.get(id);
  const valid = [...names.subjects].flatMap(([key, each]) => (fits(each) ? key : []));
  if (subject === undefined) refuseUnknown(page, node.start, 'question', id, valid);
  else if (!fits(subject)) page.refuse('wrong-kind', node.start, `\`${shorten(id)}\` cannot be named here`, `valid: ${valid.join(', ')}`);
  return id;
}

function readOutcome({ page, names }: Draft, node: Node | undefined): Outcome {
  const [level, urgency, status] = ['level', 'urgency', 'status'].map((key) => child(node, key));
  if (node?.kind === 'map' && node.entries.size === 0) page.refuse('empty', node.start, '`expect` must expect something');
  const listed = (from: Node, key: string, options: readonly string[]): string[] =>
    readOptions(page, from, key, { type: 'choice', origin: 'result', options, ordered: true });
  const urgencies = urgency && listed(urgency, 'urgency', URGENCIES);
  return {
    ...(level && { levels: listed(level, 'level', names.levels) }),
    ...(urgencies && { urgencies: URGENCIES.filter((each) => urgencies.includes(each)) }),
    ...(status && { status: textOf(status) === 'decided' ? 'decided' : 'out-of-scope' }),
  };
}
