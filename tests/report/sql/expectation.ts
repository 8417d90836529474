import { type Codes, UNANSWERED } from '../../../src/engine/coding.ts';
import { decision, isComplete } from '../../../src/engine/decision.ts';
import { FALSE, TRUE } from '../../../src/engine/condition.ts';
import { boundsOf, tableOf } from '../../../src/engine/table.ts';
import { type ShortVerdict, Verdicts } from '../../../src/engine/verdicts.ts';
import { NOT_SURE, type Question, type RuleSet, URGENCIES } from '../../../src/model/rule-set.ts';

/** A cell of a table; null where there is nothing. */
export type Cell = string | null;

/** The columns that `expected` gives, in their order. */
export const RESULT_COLUMNS = ['assessment_status', 'level', 'urgency', 'decided_by', 'unanswered_questions', 'invalid_answers', 'rule_set', 'rule_set_version', 'rule_set_digest'];

/** The questions that have a column in a table of answers. */
export function columnsOf(ruleSet: RuleSet): readonly Question[] {
  return ruleSet.questions.filter(({ kind }) => kind !== 'note');
}

/** What may stand in the column of a question. */
export function answersOf(question: Question): readonly string[] {
  const sure = question.type === 'choice' ? question.options.map(({ id }) => id) : Array.from({ length: question.max - question.min + 1 }, (_, code) => String(question.min + code));
  return question.notSure === undefined ? sure : [...sure, NOT_SURE];
}

/**
 * What the SQL of a rule set is to say of rows, by the engine. With `exact`, an urgency that is still open is the least over
 * all completions, as the engine says it; without, it is what the rules ask for that hold for certain, which may be less.
 */
export function expectation(ruleSet: RuleSet, exact: boolean): (row: readonly Cell[]) => readonly Cell[] {
  const { coding } = tableOf(ruleSet);
  const verdicts = new Verdicts(ruleSet);
  const codes: Codes = new Int32Array(coding.sizes.length).fill(UNANSWERED);
  const columns = columnsOf(ruleSet).map((question) => ({ id: question.id, position: coding.positions.get(question.id) ?? 0, codes: codesOf(question) }));
  const ids = [ruleSet.id, ruleSet.version, ruleSet.digest];
  return (row) => {
    const cells = columns.map((column, place) => ({ ...column, cell: row[place] ?? null }));
    const unanswered = cells.filter(({ cell }) => cell === null).map(({ id }) => id);
    const invalid = cells.filter(({ cell, codes: known }) => cell !== null && !known.has(cell)).map(({ id }) => id);
    if (invalid.length > 0) return ['invalid', null, null, null, unanswered.join(';'), invalid.join(';'), ...ids];
    for (const { cell, position, codes: known } of cells) codes[position] = cell === null ? UNANSWERED : (known.get(cell) ?? UNANSWERED);
    const { status, level, urgency, decidedBy } = exact || isComplete(verdicts.table, codes) ? verdicts.of(codes) : certain(ruleSet, codes);
    return [status, level, urgency, status === 'open' ? null : decidedBy.join(';'), unanswered.join(';'), '', ...ids];
  };
}

function codesOf(question: Question): ReadonlyMap<string, number> {
  const answers = answersOf(question);
  return new Map(answers.map((answer, code) => [answer, answer === NOT_SURE ? answers.indexOf(String(question.notSure)) : code]));
}

/** What follows from the rules that hold for certain. */
function certain(ruleSet: RuleSet, codes: Codes): Pick<ShortVerdict, 'status' | 'level' | 'urgency' | 'decidedBy'> {
  const table = tableOf(ruleSet);
  const { urgency } = boundsOf(table.rows, codes);
  const holding = table.rows.filter((row) => row.test(codes) === TRUE);
  const made = decision(holding, { level: null, urgency: [urgency, urgency] }, table.scope(codes) === FALSE, false);
  return { status: made.status, level: null, urgency: URGENCIES[urgency] ?? 'routine', decidedBy: made.decidedBy.map(({ rule }) => rule.id) };
}
