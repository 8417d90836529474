import { NOT_SURE, type RuleSet } from '../../model/rule-set.ts';
import { type JointQuestion, SIDES, valuesOf } from './joint-question.ts';
import type { Joint } from './joint.ts';
import type { Names } from './names.ts';

/** What was taken for granted to compare two versions whose questions, options or levels differ. A sentence each. */
export function assumedOf(old: RuleSet, now: RuleSet, names: Names, joint: Joint, levels: readonly string[]): readonly string[] {
  return [
    ...[...names.questions].map(([was, is]) => `question \`${was}\` is now called \`${is}\``),
    ...[...names.options].flatMap(([question, renames]) => [...renames].map(([was, is]) => `option \`${question}: ${was}\` is now called \`${is}\``)),
    ...[...names.levels].map(([was, is]) => `level \`${was}\` is now called \`${is}\``),
    ...joint.questions.flatMap(aboutQuestion),
    ...aboutLevels(old, now, levels),
  ];
}

function aboutQuestion({ id, old, new: now, codes }: JointQuestion): readonly string[] {
  if (old === undefined || now === undefined) {
    const side = old === undefined ? 'new' : 'old';
    return [`only the ${side} version asks \`${id}\`: each of its answers is taken together with every answer to the others`];
  }
  const questions = { old, new: now };
  const unsure = codes.some(({ answer }) => answer === NOT_SURE);
  return [
    ...(unsure ? [`"not sure" about \`${id}\` counted as \`${old.notSure}\` and now counts as \`${now.notSure}\`: it is taken as an answer of its own`] : []),
    ...SIDES.flatMap((side) => {
      const other = questions[side === 'old' ? 'new' : 'old'];
      const only = valuesOf(questions[side]).filter((value) => !codes.some(({ answer }) => answer === value));
      const answers = [...only, ...(questions[side].notSure !== undefined && other.notSure === undefined ? [NOT_SURE] : [])];
      return answers.length === 0 ? [] : [`only the ${side} version takes \`${id}: ${answersText(answers)}\`: answer sets with it cannot be compared`];
    }),
  ];
}

function answersText(answers: readonly (string | number)[]): string {
  const most = 6;
  return answers.length <= most ? answers.join(', ') : `${answers.slice(0, most).join(', ')} and ${answers.length - most} more`;
}

function aboutLevels(old: RuleSet, now: RuleSet, levels: readonly string[]): readonly string[] {
  const [were, are] = [old.levels.map(({ id }) => id), now.levels.map(({ id }) => id)];
  return were.join() === are.join() ? [] : [`levels are compared in this order, least intensive first: ${levels.map((id) => `\`${id}\``).join(', ')}`];
}

/**
 * The levels of both versions in one order: the new one, with each level that is gone as high as the old order lets it
 * stand. So where the two orders leave it open which of two levels is the lower, a change counts as lowered.
 */
export function levelsOfBoth(old: RuleSet, now: RuleSet): readonly string[] {
  const levels = now.levels.map(({ id }) => id);
  let above = levels.length;
  for (const { id } of old.levels.toReversed()) {
    if (!levels.includes(id)) levels.splice(above, 0, id);
    above = levels.indexOf(id);
  }
  return levels;
}
