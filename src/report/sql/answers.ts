import { NOT_SURE, type Question, type RuleSet } from '../../model/rule-set.ts';
import { answerColumn, scoreColumn, valuesOf } from './condition.ts';
import type { Dialect } from './dialect.ts';

/** Answers as codes: null where there is none, -1 where the question does not take it. */
export function answerColumns(ruleSet: RuleSet, dialect: Dialect): readonly string[] {
  return requiredQuestions(ruleSet).map((question) => `${codeSql(question, dialect)} AS ${answerColumn(ruleSet, question.id)}`);
}

/** The least and the most that each score can come to; the same when no answer is missing. */
export function scoreColumns(ruleSet: RuleSet): readonly string[] {
  return ruleSet.scores.flatMap(({ id, points }) => {
    const sum = (missing: (...points: number[]) => number): string =>
      Object.entries(points).map(([question, added]) => pointsSql(ruleSet, question, added, missing)).join(' + ') || '0';
    return [`${sum(Math.min)} AS ${scoreColumn(ruleSet, id)}_least`, `${sum(Math.max)} AS ${scoreColumn(ruleSet, id)}_most`];
  });
}

export function requiredQuestions({ questions }: RuleSet): readonly Question[] {
  return questions.filter(({ kind }) => kind !== 'note');
}

function codeSql(question: Question, dialect: Dialect): string {
  const text = dialect.text(dialect.column(question.id));
  const whens = [`WHEN ${text} IS NULL THEN NULL`];
  if (question.type === 'choice') {
    for (const [code, option] of valuesOf(question).entries()) whens.push(`WHEN ${text} = '${option}' THEN ${code}`);
  } else {
    const number = dialect.number(text);
    const code = `CASE WHEN ${number} BETWEEN ${question.min} AND ${question.max} THEN ${number} - (${question.min}) ELSE -1 END`;
    whens.push(`WHEN ${dialect.isNumber(text)} THEN ${code}`);
  }
  if (question.notSure !== undefined) whens.push(`WHEN ${text} = '${NOT_SURE}' THEN ${valuesOf(question).indexOf(question.notSure)}`);
  return `CASE ${whens.join(' ')} ELSE -1 END`;
}

/** What an answer adds to a score; of a missing one, the least or the most that there is. */
function pointsSql(ruleSet: RuleSet, id: string, points: Readonly<Record<string, number>>, missing: (...points: number[]) => number): string {
  const question = ruleSet.questions.find((candidate) => candidate.id === id) as Question;
  const all = valuesOf(question).map((option) => points[option] ?? 0);
  return `CASE ${answerColumn(ruleSet, id)} ${all.map((added, code) => `WHEN ${code} THEN ${added}`).join(' ')} ELSE ${missing(...all)} END`;
}
