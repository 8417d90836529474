import type { Move, Region } from '../../model/difference.ts';
import type { Question } from '../../model/rule-set.ts';
import { conditionText, someOf } from '../wording.ts';
import { type JointCode, type JointQuestion, SIDES } from './joint-question.ts';
import type { Joint } from './joint.ts';
import type { BoxRegion, Cover } from './regions.ts';
import { type Confirms, witnessOf } from './witness.ts';

/** A move with its regions in the words of the rule language. */
export function moveOf(joint: Joint, { move: { is: _is, ...move }, regions, left }: Cover): Move {
  const confirms: Confirms = (steps) => steps[move.measure].from === move.from && steps[move.measure].to === move.to;
  const told = regions.map((region) => regionOf(joint, region, confirms));
  return { ...move, regions: told.sort((a, b) => Number(b.count - a.count)), elsewhere: left };
}

function regionOf(joint: Joint, { box, score, count, seed, rules }: BoxRegion, confirms: Confirms): Region {
  const asked = questionsFirst(joint, rules).flatMap((position) => {
    const question = joint.questions[position] as JointQuestion;
    const codes = box[position] as readonly number[];
    if (codes.length === question.codes.length) return [];
    return [{ question, chosen: codes.map((code) => (question.codes[code] as JointCode).answer) }];
  });
  const total = score === undefined ? [] : [conditionText(joint.sides.new.ruleSet, { test: 'score', score: score.id, min: score.min, max: score.max })];
  return {
    when: {
      ...Object.fromEntries(asked.map(({ question, chosen }) => [question.id, chosen])),
      ...(score === undefined ? {} : { [score.id]: { atLeast: score.min, atMost: score.max } }),
    },
    where: [...asked.map(({ question, chosen }) => `${question.id} ${chosenText(question, chosen)}`), ...total].join(', ') || 'all answers',
    count,
    rules: rules?.map(({ id }) => id) ?? null,
    witness: witnessOf(joint, seed, confirms),
  };
}

/** Positions of the questions, those that the rules read before the others. */
function questionsFirst(joint: Joint, rules: BoxRegion['rules']): readonly number[] {
  const positions = [...joint.sizes.keys()];
  const read = new Set(
    SIDES.flatMap((side) => {
      const { table, places } = joint.sides[side];
      const rows = table.rows.filter(({ rule }) => rules?.some((pair) => pair[side] === rule));
      return rows.flatMap(({ reads }) => [...reads].map((position) => places[position]));
    }),
  );
  return [...positions.filter((position) => read.has(position)), ...positions.filter((position) => !read.has(position))];
}

function chosenText({ codes, old, new: now }: JointQuestion, chosen: readonly (string | number)[]): string {
  const question = (now ?? old) as Question;
  const ordered = question.type === 'integer' || question.kind === 'need';
  return someOf(codes.map(({ answer }) => String(answer)), chosen.map(String), ordered);
}
