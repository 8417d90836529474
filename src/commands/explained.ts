import { assess } from '../engine/assess.ts';
import { nextQuestion } from '../engine/next-question.ts';
import type { Answers } from '../model/answers.ts';
import type { Assessment, Explanation, PrintedAssessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** The assessment, with the question to answer next while answers are missing, and why not the level asked about. */
export async function printedAssessment(ruleSet: RuleSet, answers: Answers, level: string | undefined): Promise<PrintedAssessment> {
  const assessment = assess(ruleSet, answers);
  const next = assessment.status === 'open' ? nextQuestion(ruleSet, answers) : undefined;
  const explain = level === undefined ? {} : { explain: (await explained(ruleSet, assessment, [level]))[0] ?? null };
  return { ...assessment, nextQuestion: next ?? null, ...explain };
}

/** Why not the level below the result, and why not the one above, where no single answer leads to it. */
export async function neighbours(ruleSet: RuleSet, assessment: Assessment): Promise<readonly Explanation[]> {
  const place = ruleSet.levels.findIndex(({ id }) => id === assessment.level);
  const near = [place - 1, place + 1].flatMap((other) => ruleSet.levels[other]?.id ?? []);
  return explained(ruleSet, assessment, near.filter((id) => assessment.wouldChange.every(({ level }) => level !== id)));
}

/** None where there is no level to compare with. What answers that question is loaded only here. */
async function explained(ruleSet: RuleSet, assessment: Assessment, levels: readonly string[]): Promise<readonly Explanation[]> {
  if (assessment.status !== 'decided' || levels.length === 0) return [];
  const { whyNot } = await import('../analysis/why-not.ts');
  const fired = [...assessment.decidedBy, ...assessment.alsoMatched];
  return levels.map((level) => {
    const { askForMore, fewest } = whyNot(ruleSet, assessment.answers, level);
    return { level, askForMore: fired.filter(({ rule }) => askForMore.includes(rule)), fewest: fewest ?? null };
  });
}
