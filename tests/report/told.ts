import { assess } from '../../src/engine/assess.ts';
import { fewestChanges } from '../../src/engine/fewest-changes.ts';
import { en } from '../../src/messages/en.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { assessmentView, type View } from '../../src/report/view.ts';

/** The view of what the answers come to, with nothing else asked for. */
export function viewOf(ruleSet: RuleSet, answers: Answers, messages: Messages = en): View {
  const assessment = assess(ruleSet, answers);
  return assessmentView({ ruleSet, assessment: { ...assessment, fewestChanges: fewestChanges(ruleSet, assessment) }, messages });
}
