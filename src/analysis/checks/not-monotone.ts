import type { Problem } from '../../model/problem.ts';
import { drop, type Measure, steps } from '../compare.ts';
import { outcomeText } from '../describe.ts';
import { findings, type Subject } from '../subject.ts';

/**
 * not-monotone: if and only if two answer sets in scope differ in one `need` answer alone, by one step, and the worse one
 * gets a lower level or urgency. One finding for each step from an option to the next and each measure.
 */
export function notMonotone(subject: Subject): readonly Problem[] {
  const needs = [...subject.ruleSet.questions.entries()].filter(([, { kind }]) => kind === 'need');
  const all = needs.flatMap(([position, { id }]) => steps(subject, position).flatMap((code) => MEASURES.map((measure) => ({ id, position, code, measure }))));
  return findings(
    subject,
    'not-monotone',
    all,
    ({ id }) => ['questions', id],
    (step) => lowered(subject, step),
  );
}

const MEASURES: readonly Measure[] = ['level', 'urgency'];

interface Step {
  readonly id: string;
  readonly position: number;
  readonly code: number;
  readonly measure: Measure;
}

function lowered(subject: Subject, { id, position, code, measure }: Step): readonly Problem[] {
  const pair = drop(subject, measure, position, [code, code + 1]);
  if (pair === undefined) return [];
  const [milder, worse] = [String(pair.witness[id]), String(pair.change[id])];
  const [before, after] = [outcomeText(subject, pair.witness), outcomeText(subject, { ...pair.witness, ...pair.change })];
  return [
    {
      code: 'not-monotone',
      severity: 'error',
      message: `a worse answer to \`${id}\` lowers the ${measure}: \`${milder}\` gets ${before}, \`${worse}\` gets ${after}`,
      help: 'let the rule for the milder answer hold for worse ones too (`atLeast`)',
      place: subject.placeOf('questions', id, 'options', worse),
      ...pair,
    },
  ];
}
