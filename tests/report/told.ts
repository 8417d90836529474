import { whyNot } from '../../src/analysis/why-not.ts';
import { assess } from '../../src/engine/assess.ts';
import { en } from '../../src/messages/en.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Explanation } from '../../src/model/assessment.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { assessmentView, type View } from '../../src/report/view.ts';

/** The view of what the answers come to, with why it is not the level below or above, and with nothing else asked for. */
export function viewOf(ruleSet: RuleSet, answers: Answers, messages: Messages = en): View {
  const assessment = assess(ruleSet, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === assessment.level);
  const near = assessment.status === 'decided' ? [place - 1, place + 1].flatMap((other) => ruleSet.levels[other]?.id ?? []) : [];
  const neighbours = near.map((level): Explanation => ({ level, askForMore: [], fewest: whyNot(ruleSet, answers, level).fewest ?? null }));
  return assessmentView({ ruleSet, assessment, neighbours, messages });
}
