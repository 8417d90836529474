import { stringify } from 'csv-stringify/sync';
import { visible } from '../messages/visible.ts';
import { type Condition, NOT_SURE, type RuleSet } from '../model/rule-set.ts';

/** Filled in by whoever reviews the table. */
const TO_FILL_IN = ['reviewed_by', 'reviewed_on', 'decision', 'comment'];

interface Row {
  readonly kind: 'scope' | 'score' | 'not-sure' | 'rule';
  readonly id: string;
  readonly level?: string;
  readonly urgency?: string;
  readonly when: string;
  readonly because?: string;
  readonly sources?: string;
}

/**
 * All that decides a level, as a table for clinicians to read and sign: the scope, the points of each score, what "not
 * sure" counts as, and the rules. Every row says which version it belongs to. `wordsOf` puts a condition into words.
 */
export function rulesCsv(ruleSet: RuleSet, wordsOf: (condition: Condition) => string): string {
  const version = { rule_set: ruleSet.id, version: ruleSet.version, digest: ruleSet.digest };
  const columns = ['kind', 'id', 'level', 'urgency', 'when', 'because', 'sources', ...Object.keys(version), ...TO_FILL_IN];
  const rows = [...scopeRows(ruleSet, wordsOf), ...scoreRows(ruleSet), ...notSureRows(ruleSet), ...ruleRows(ruleSet, wordsOf)];
  const safe = rows.map((row) => Object.fromEntries(Object.entries({ ...row, ...version }).map(([column, cell]) => [column, visible(cell)])));
  return stringify(safe, { header: true, columns, escape_formulas: true });
}

function scopeRows({ scope }: RuleSet, wordsOf: (condition: Condition) => string): readonly Row[] {
  return scope === undefined ? [] : [{ kind: 'scope', id: 'scope', when: wordsOf(scope.when), because: scope.otherwise }];
}

function scoreRows({ scores }: RuleSet): readonly Row[] {
  return scores.map(({ id, points }) => ({ kind: 'score', id, when: Object.entries(points).map(([question, added]) => `${question}: ${pointsText(added)}`).join('; ') }));
}

function pointsText(added: Readonly<Record<string, number>>): string {
  return Object.entries(added)
    .map(([option, points]) => `${option} ${points}`)
    .join(', ');
}

function notSureRows({ questions }: RuleSet): readonly Row[] {
  return questions.flatMap(({ id, notSure, ifNotSure }): Row[] =>
    notSure === undefined ? [] : [{ kind: 'not-sure', id, when: `${NOT_SURE} counts as ${notSure}`, ...(ifNotSure !== undefined && { because: ifNotSure }) }],
  );
}

function ruleRows(ruleSet: RuleSet, wordsOf: (condition: Condition) => string): readonly Row[] {
  const titles = new Map(ruleSet.sources.map(({ id, title }) => [id, title]));
  return ruleSet.rules.map(({ id, level, urgency, when, because, sources }) => ({
    kind: 'rule',
    id,
    level,
    urgency,
    when: wordsOf(when),
    because,
    sources: sources.map((source) => titles.get(source)).join('; '),
  }));
}
