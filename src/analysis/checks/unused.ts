import type { Problem } from '../../model/problem.ts';
import { conditionsBeside, namesIn } from '../conditions.ts';
import type { Subject } from '../subject.ts';

/**
 * unused-question: if and only if no condition of rules, scope, advice or contacts reads the question, itself or through a
 * score that one reads. A `note` may stand for the summary alone.
 * unused-score: if and only if no condition of rules, scope, advice or contacts reads the score, and it is not the `screen`.
 * unused-source: if and only if no rule and no advice names the source.
 */
export function unused(subject: Subject): readonly Problem[] {
  const { ruleSet, placeOf } = subject;
  const named = new Set([...[...ruleSet.rules.map(({ when }) => when), ...conditionsBeside(ruleSet)].flatMap(namesIn), ruleSet.screen]);
  const scores = ruleSet.scores.filter(({ id }) => named.has(id));
  const read = new Set([...named, ...scores.flatMap(({ points }) => Object.keys(points))]);
  const cited = new Set([...ruleSet.rules, ...ruleSet.advice].flatMap(({ sources }) => sources));
  const finding = (code: 'unused-question' | 'unused-score' | 'unused-source', id: string, path: string): Problem => ({
    code,
    severity: 'warning',
    message: `${code.replace('unused-', '')} \`${id}\` is used nowhere`,
    help: 'use it, or take it out',
    place: placeOf(path, id),
  });
  return [
    ...ruleSet.questions.flatMap(({ id, kind }) => (kind === 'note' || read.has(id) ? [] : [finding('unused-question', id, 'questions')])),
    ...ruleSet.scores.flatMap(({ id }) => (named.has(id) ? [] : [finding('unused-score', id, 'scores')])),
    ...ruleSet.sources.flatMap(({ id }) => (cited.has(id) ? [] : [finding('unused-source', id, 'sources')])),
  ];
}
