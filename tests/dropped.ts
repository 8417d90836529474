import { verdict } from '../src/engine/verdict.ts';
import type { Answers } from '../src/model/answers.ts';
import { type RuleSet, URGENCIES } from '../src/model/rule-set.ts';
import { completions } from './naive.ts';

/** Answer sets with one answer dropped that get a level, or what is possible then leaves out what the whole answers got; of one in so many. */
export function loweredByDropping(ruleSet: RuleSet, oneIn: number): readonly Answers[] {
  const levels = ruleSet.levels.map(({ id }) => id);
  const some = completions(ruleSet, {}).filter((_, index) => index % oneIn === 0);
  return some.flatMap((answers) => {
    const { level, urgency } = verdict(ruleSet, answers);
    const parts = Object.keys(answers).map((id) => Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id)));
    return parts.filter((rest) => {
      const open = verdict(ruleSet, rest);
      const [least = '', most = ''] = open.range ?? [];
      const spans = level === null || (levels.indexOf(least) <= levels.indexOf(level) && levels.indexOf(most) >= levels.indexOf(level));
      const [slow, quick] = open.urgencyRange.map((each) => URGENCIES.indexOf(each)) as [number, number];
      const now = URGENCIES.indexOf(urgency);
      return open.level !== null || !spans || slow > now || quick < now;
    });
  });
}
