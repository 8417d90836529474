import type { Codes } from '../../engine/coding.ts';
import { verdict } from '../../engine/verdict.ts';
import type { Measure, Result, Step, Witness } from '../../model/difference.ts';
import type { Side } from './joint-question.ts';
import { answersIn, type Joint } from './joint.ts';

/** Whether what the engine makes of a witness is what it is to show; levels by their new ids, or why there is none. */
export type Confirms = (steps: Readonly<Record<Measure, Step>>) => boolean;

/**
 * Joint codes as whole answers to each version, in its own names, with what the engine makes of them there. An error
 * when that is not what they are to show: better no witness than a wrong one.
 */
export function witnessOf(joint: Joint, codes: Codes, confirms: Confirms): Witness {
  const witness = { old: sideOf(joint, 'old', codes), new: sideOf(joint, 'new', codes) };
  const level = { from: levelNow(joint, 'old', witness.old), to: levelNow(joint, 'new', witness.new) };
  const urgency = { from: witness.old.urgency, to: witness.new.urgency };
  if (!confirms({ level, urgency })) throw new Error('the engine does not confirm the witness');
  return witness;
}

function sideOf(joint: Joint, side: Side, codes: Codes): Witness[Side] {
  const answers = answersIn(joint, side, codes);
  const { status, level, urgency, decidedBy } = verdict(joint.sides[side].original, answers);
  return { answers, status, level, urgency, decidedBy };
}

/** The new id of a level, or why there is none. */
function levelNow(joint: Joint, side: Side, { level, status }: Result): string {
  const { original, ruleSet } = joint.sides[side];
  return ruleSet.levels[original.levels.findIndex(({ id }) => id === level)]?.id ?? status;
}
