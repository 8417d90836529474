import type { Condition, Question, RuleSet } from '../../model/rule-set.ts';

/**
 * A condition over the columns `answer_N`, `score_N_least` and `score_N_most` of a statement. SQL has the three truth
 * values of the rule language, with NULL for unknown, so a missing answer needs no words; only what is summed does.
 */
export function conditionSql(ruleSet: RuleSet, condition: Condition): string {
  const parts = (of: readonly Condition[]): readonly string[] => of.map((part) => conditionSql(ruleSet, part));
  switch (condition.test) {
    case 'option':
      return answerSql(ruleSet, condition.question, (value) => condition.options.includes(String(value)));
    case 'number':
      return answerSql(ruleSet, condition.question, (value) => Number(value) >= condition.min && Number(value) <= condition.max);
    case 'score': {
      const column = scoreColumn(ruleSet, condition.score);
      return withinSql(`${column}_least`, `${column}_most`, condition);
    }
    case 'not':
      return `NOT ${conditionSql(ruleSet, condition.of)}`;
    case 'all':
      return condition.of.length === 0 ? 'TRUE' : `(${parts(condition.of).join(' AND ')})`;
    case 'any':
      return condition.of.length === 0 ? 'FALSE' : `(${parts(condition.of).join(' OR ')})`;
    case 'count': {
      const certain = parts(condition.of).map((part) => `CASE WHEN ${part} THEN 1 ELSE 0 END`);
      const possible = parts(condition.of).map((part) => `CASE WHEN NOT ${part} THEN 0 ELSE 1 END`);
      return withinSql(`(${certain.join(' + ')})`, `(${possible.join(' + ')})`, condition);
    }
  }
}

/** The column with the code of the answers to a question: the place of the option, or the distance from the least number. */
export function answerColumn(ruleSet: RuleSet, id: string): string {
  return `answer_${1 + ruleSet.questions.findIndex((question) => question.id === id)}`;
}

/** The columns that start with this have the least and the most that a score can come to. */
export function scoreColumn(ruleSet: RuleSet, id: string): string {
  return `score_${1 + ruleSet.scores.findIndex((score) => score.id === id)}`;
}

/** The options or numbers of a question, in the order of their codes. */
export function valuesOf(question: Question): readonly (string | number)[] {
  if (question.type === 'choice') return question.options.map(({ id }) => id);
  return Array.from({ length: question.max - question.min + 1 }, (_, code) => question.min + code);
}

/** Whether the answer is one of those that pass. Where all or none of them do, it need not be there. */
function answerSql(ruleSet: RuleSet, id: string, passes: (value: string | number) => boolean): string {
  const values = valuesOf(ruleSet.questions.find((question) => question.id === id) as Question);
  const codes = values.flatMap((value, code) => (passes(value) ? [code] : []));
  const [least = 0, most = 0] = [codes[0], codes.at(-1)];
  const column = answerColumn(ruleSet, id);
  if (codes.length === values.length) return 'TRUE';
  if (codes.length === 0) return 'FALSE';
  if (codes.length === 1) return `(${column} = ${least})`;
  if (codes.length <= most - least) return `(${column} IN (${codes.join(', ')}))`;
  return least === 0 ? `(${column} <= ${most})` : `(${column} BETWEEN ${least} AND ${most})`;
}

/** Whether a sum is within bounds, when it is known only from its least to its most. */
function withinSql(least: string, most: string, { min, max }: { readonly min: number; readonly max: number }): string {
  return `(CASE WHEN ${least} > ${max} OR ${most} < ${min} THEN FALSE WHEN ${least} >= ${min} AND ${most} <= ${max} THEN TRUE END)`;
}
