import { type Rule, type RuleSet, URGENCIES } from '../../model/rule-set.ts';
import { answerColumns, requiredQuestions, scoreColumns } from './answers.ts';
import { answerColumn, conditionSql } from './condition.ts';
import { type Dialect, DIALECTS } from './dialect.ts';

/**
 * One statement that assesses every row of a table `answers`, which has a column `id` and one for each required question.
 * A row with an answer missing, or with one that its question does not take, has a status of its own and no level: no level
 * stands behind an `ELSE`.
 */
export function statementSql(ruleSet: RuleSet, dialectName: keyof typeof DIALECTS): string {
  const dialect = DIALECTS[dialectName];
  const steps = Object.entries({
    coded: select(['id', ...answerColumns(ruleSet, dialect)], 'answers'),
    scored: select(['*', ...scoreColumns(ruleSet)], 'coded'),
    ruled: select(['*', ...ruleColumns(ruleSet)], 'scored'),
    stated: select(['*', `${statusSql(ruleSet)} AS assessment_status`], 'ruled'),
    placed: select(['*', ...placeColumns(ruleSet)], 'stated'),
  }).map(([name, query]) => `${name} AS ${dialect.once}(${query})`);
  return `${heading(ruleSet, dialectName)}WITH\n${steps.join(',\n')}${select(resultColumns(ruleSet, dialect), 'placed')};\n`;
}

function heading(ruleSet: RuleSet, dialectName: string): string {
  const { id, version, digest, rules } = ruleSet;
  return `-- ${id} ${version}, ${digest}: ${rules.length} rules, in SQL for ${dialectName}.
-- Reads the table or view answers: id, ${requiredQuestions(ruleSet).map((question) => question.id).join(', ')}.
-- assessment_status is decided; open (an answer is missing: no level, and at least this urgency); out-of-scope (no level);
-- no-rule (no rule covers the answers: no level); or invalid (an answer that its question does not take: nothing is said).
`;
}

function select(columns: readonly string[], table: string): string {
  return `\nSELECT\n  ${columns.join(',\n  ')}\nFROM ${table}\n`;
}

/** Whether the person is in scope, and whether each rule holds; null while that hangs on an answer that is missing. */
function ruleColumns(ruleSet: RuleSet): readonly string[] {
  const scope = ruleSet.scope === undefined ? 'TRUE' : conditionSql(ruleSet, ruleSet.scope.when);
  return [
    `${scope} AS in_scope`,
    ...ruleSet.rules.map((rule, place) => `/* ${rule.id}: ${rule.level}, ${rule.urgency} */ ${conditionSql(ruleSet, rule.when)} AS ${ruleColumn(place)}`),
  ];
}

function ruleColumn(place: number): string {
  return `rule_${place + 1}`;
}

/** Whether a rule holds that is wanted. */
function anyRule({ rules }: RuleSet, wanted: (rule: Rule) => boolean): string {
  const columns = rules.flatMap((rule, place) => (wanted(rule) ? [ruleColumn(place)] : []));
  return columns.length === 0 ? 'FALSE' : `(${columns.join(' OR ')})`;
}

function statusSql(ruleSet: RuleSet): string {
  const answers = requiredQuestions(ruleSet).map(({ id }) => answerColumn(ruleSet, id));
  const any = anyRule(ruleSet, () => true);
  return `CASE
    WHEN ${answers.map((answer) => `${answer} < 0`).join(' OR ')} THEN 'invalid'
    WHEN NOT in_scope THEN 'out-of-scope'
    WHEN ${answers.map((answer) => `${answer} IS NULL`).join(' OR ')} THEN 'open'
    WHEN ${any} THEN 'decided'
    WHEN NOT ${any} THEN 'no-rule'
  END`;
}

/** The places of the level and the urgency: of the rules that hold, the most intensive win, and routine takes no rule. */
function placeColumns(ruleSet: RuleSet): readonly string[] {
  const levels = ruleSet.levels.map(({ id }, place) => `WHEN ${anyRule(ruleSet, (rule) => rule.level === id)} THEN ${place}`);
  const urgencies = URGENCIES.map((id, place) => `WHEN ${place === 0 ? 'TRUE' : anyRule(ruleSet, (rule) => rule.urgency === id)} THEN ${place}`);
  const first = (whens: readonly string[]): string => whens.toReversed().join('\n    ');
  return [
    `CASE WHEN assessment_status = 'decided' THEN CASE\n    ${first(levels)}\n  END END AS level_place`,
    `CASE WHEN assessment_status <> 'invalid' THEN CASE\n    ${first(urgencies)}\n  END END AS urgency_place`,
  ];
}

function resultColumns(ruleSet: RuleSet, dialect: Dialect): readonly string[] {
  const questions = requiredQuestions(ruleSet).map(({ id }) => ({ id, column: answerColumn(ruleSet, id) }));
  const listed = (texts: readonly string[]): string => `COALESCE(${dialect.list(texts)}, '')`;
  return [
    'id',
    'assessment_status',
    `${namedSql('level_place', ruleSet.levels.map(({ id }) => id))} AS level`,
    `${namedSql('urgency_place', URGENCIES)} AS urgency`,
    `CASE WHEN assessment_status IN ('decided', 'out-of-scope', 'no-rule') THEN ${listed(ruleSet.rules.map((rule, place) => decidingSql(ruleSet, rule, place)))} END AS decided_by`,
    `${listed(questions.map(({ id, column }) => `CASE WHEN ${column} IS NULL THEN '${id}' END`))} AS unanswered_questions`,
    `${listed(questions.map(({ id, column }) => `CASE WHEN ${column} < 0 THEN '${id}' END`))} AS invalid_answers`,
    `'${ruleSet.id}' AS rule_set`,
    `'${ruleSet.version}' AS rule_set_version`,
    `'${ruleSet.digest}' AS rule_set_digest`,
  ];
}

function namedSql(column: string, names: readonly string[]): string {
  return `CASE ${column} ${names.map((name, place) => `WHEN ${place} THEN '${name}'`).join(' ')} END`;
}

/** The id of a rule that holds and asks for the level or, above routine, for the urgency of the row. */
function decidingSql({ levels }: RuleSet, { id, level, urgency }: Rule, place: number): string {
  const asked = [`level_place = ${levels.findIndex((each) => each.id === level)}`];
  if (urgency !== 'routine') asked.push(`urgency_place = ${URGENCIES.indexOf(urgency)}`);
  return `CASE WHEN ${ruleColumn(place)} AND (${asked.join(' OR ')}) THEN '${id}' END`;
}
