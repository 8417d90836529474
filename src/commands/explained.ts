import { assess } from '../engine/assess.ts';
import { fewestChanges } from '../engine/fewest-changes.ts';
import { nextQuestion } from '../engine/next-question.ts';
import type { Answers } from '../model/answers.ts';
import type { Assessment, Explanation, PrintedAssessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** The assessment, with the fewest changes to the levels beside it, the question to answer next while answers are missing, and why not the level asked about. */
export async function printedAssessment(ruleSet: RuleSet, answers: Answers, level: string | undefined): Promise<PrintedAssessment> {
  const assessment = assess(ruleSet, answers);
  const next = assessment.status === 'open' ? nextQuestion(ruleSet, answers) : undefined;
  return {
    ...assessment,
    fewestChanges: fewestChanges(ruleSet, assessment),
    nextQuestion: next ?? null,
    ...(level === undefined ? {} : { explain: await explained(ruleSet, assessment, level) }),
  };
}

/** Null where there is no level to compare with. What answers that question is loaded only here. */
async function explained(ruleSet: RuleSet, { status, answers, decidedBy, alsoMatched }: Assessment, level: string): Promise<Explanation | null> {
  if (status !== 'decided') return null;
  const { whyNot } = await import('../analysis/why-not.ts');
  const { askForMore, fewest } = whyNot(ruleSet, answers, level);
  return { level, askForMore: [...decidedBy, ...alsoMatched].filter(({ rule }) => askForMore.includes(rule)), fewest: fewest ?? null };
}
