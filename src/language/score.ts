import type { Score } from '../model/rule-set.ts';
import type { Draft } from './condition.ts';
import { refuseUnknown, type Subject } from './names.ts';
import { entries, numberOf, type Node } from './tree.ts';

/** Points per option of needs and preferences. */
export function readScore(draft: Draft, id: string, node: Node): Score {
  const points = entries(node).map((question) => {
    checkQuestion(draft, question.key, question.keyStart);
    return [question.key, readPoints(draft, question.key, question.node)] as const;
  });
  return { id, points: Object.fromEntries(points) };
}

function checkQuestion({ page, names }: Draft, key: string, start: number): void {
  const subject = names.subjects.get(key);
  const scorable = [...names.subjects].flatMap(([id, each]) => (isScorable(each) ? id : []));
  if (subject === undefined) refuseUnknown(page, start, 'question', key, scorable);
  else if (!isScorable(subject)) {
    page.refuse('wrong-kind', start, `\`${key}\` cannot score`, 'only need and preference questions with options can');
  }
}

function isScorable({ type, origin }: Subject): boolean {
  return type === 'choice' && (origin === 'need' || origin === 'preference' || origin === undefined);
}

function readPoints({ page, names }: Draft, question: string, node: Node): Readonly<Record<string, number>> {
  const subject = names.subjects.get(question);
  const options = subject?.type === 'choice' ? subject.options : [];
  const points = entries(node).map((option) => {
    if (options.length > 0 && !options.includes(option.key)) refuseUnknown(page, option.keyStart, 'option', option.key, options);
    return [option.key, numberOf(option.node) ?? 0] as const;
  });
  return Object.fromEntries(points);
}
