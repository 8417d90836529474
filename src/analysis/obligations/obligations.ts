import type { Statement } from '../../engine/search.ts';
import type { Row } from '../../engine/table.ts';
import { type Condition, NOT_SURE, type Question, URGENCIES } from '../../model/rule-set.ts';
import { type Space, statement } from '../space.ts';
import { anyOf, noneOf } from '../statements.ts';
import { conditionText } from '../wording.ts';
import { edgesOf } from './edges.ts';
import { type Part, partsOf } from './parts.ts';

/** Something that the cases of a rule set should show; `docs/coverage.md` defines each kind. */
export interface Obligation {
  readonly kind: 'rule' | 'option' | 'level' | 'urgency' | 'part' | 'edge';
  /** The rule that it is about. */
  readonly rule?: string;
  /** The rule, option, level, urgency, part or edge, by its ids. */
  readonly name: string;
  /** Where that stands in the file, by keys and ids. */
  readonly path: readonly string[];
  /** It is met when, in one of these ways, some case is seen for each sight. */
  readonly ways: readonly (readonly Sight[])[];
}

/** What is to be seen of one case: all statements hold of it and, for an option, this is its answer. */
export interface Sight {
  /** What tells it from the other sights of its obligation: a truth value, or a value beside an edge. */
  readonly side?: string;
  readonly statements: readonly Statement[];
  readonly answer?: { readonly question: Question; readonly option: string };
}

export function obligationsOf(space: Space): readonly Obligation[] {
  const { ruleSet, rows, inScope } = space;
  return [
    ...rows.map((row) => simple('rule', row.rule.id, ['rules', row.rule.id], { statements: [row, ...deciding(space, row)] })),
    ...ruleSet.questions.flatMap(options),
    ...ruleSet.levels.map(({ id }, level) => simple('level', id, ['levels', id], { statements: [...inScope, ...coming(rows, 'level', level)] })),
    ...URGENCIES.map((id, urgency) => simple('urgency', id, ['rules'], { statements: coming(rows, 'urgency', urgency) })),
    ...rows.flatMap((row) => partsOf(row.rule.when).flatMap((part) => aboutPart(space, row, part))),
  ];
}

/** One way, and one thing to see. */
function simple(kind: Obligation['kind'], name: string, path: readonly string[], sight: Sight): Obligation {
  return { kind, name, path, ...(kind === 'rule' && { rule: name }), ways: [[sight]] };
}

function options(question: Question): readonly Obligation[] {
  const ids = question.type === 'choice' ? question.options.map(({ id }) => id) : [];
  const path = ['questions', question.id];
  const used = (option: string, ...further: string[]): Obligation => simple('option', `${question.id} ${option}`, [...path, ...further], { statements: [], answer: { question, option } });
  return [...ids.map((id) => used(id, 'options', id)), ...(question.notSure === undefined ? [] : [used(NOT_SURE, 'notSure')])];
}

/** The answers come out at this place, whatever is still missing. Being routine takes no rule. */
function coming(rows: readonly Row[], measure: 'level' | 'urgency', place: number): readonly Statement[] {
  const asked = measure === 'urgency' && place === 0 ? [] : [anyOf(rows.filter((row) => row[measure] === place))];
  return [...asked, noneOf(rows.filter((row) => row[measure] > place))];
}

/** In scope, and no other rule keeps this one from deciding: it stands in `decidedBy` if and only if it holds. */
function deciding({ rows, inScope }: Space, row: Row): readonly Statement[] {
  const level = noneOf(rows.filter((other) => other.level > row.level));
  const urgency = noneOf(rows.filter((other) => other.urgency > row.urgency));
  return [...inScope, row.urgency > 0 ? anyOf([level, urgency]) : level];
}

/**
 * Masking MC/DC, as far out as `decidedBy`: a case turns on a part when, were this part alone the other way round, its
 * rule would enter or leave `decidedBy`. The part is met when a case turns on it where it is true and another where it
 * is false, both times the same way round: the rule holds with the part (first way) or without it (second way). An edge
 * asks for the same with the values on both sides of it.
 */
function aboutPart(space: Space, row: Row, { leaf, conditionWith }: Part): readonly Obligation[] {
  const { ruleSet } = space;
  const test = (condition: Condition): Statement => statement(ruleSet, condition);
  const turns = (holds: boolean): readonly Statement[] => [test(conditionWith(holds)), noneOf([test(conditionWith(!holds))]), ...deciding(space, row)];
  const about = (kind: Obligation['kind'], name: string, sides: readonly Side[]): Obligation => ({
    kind,
    rule: row.rule.id,
    name,
    path: ['rules', row.rule.id, 'when'],
    ways: [true, false].map((holds) => sides.map(({ side, is }) => ({ side, statements: [is, ...turns(holds)] }))),
  });
  const truths = [{ side: 'true', is: test(leaf) }, { side: 'false', is: noneOf([test(leaf)]) }];
  const neighbours = edgesOf(ruleSet, leaf).map((edge) => edge.map((value) => ({ side: conditionText(ruleSet, value), is: test(value) })));
  return [about('part', conditionText(ruleSet, leaf), truths), ...neighbours.map((sides) => about('edge', sides.map(({ side }) => side).join(' | '), sides))];
}

interface Side {
  readonly side: string;
  readonly is: Statement;
}
