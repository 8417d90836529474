import { type Codes, UNANSWERED } from '../../engine/coding.ts';
import type { Statement } from '../../engine/search.ts';
import type { Row } from '../../engine/table.ts';
import type { Finding, Measure, ProvedEffect } from '../../model/difference.ts';
import { NOT_SURE, URGENCIES } from '../../model/rule-set.ts';
import { attempt } from '../attempt.ts';
import { asksMore } from '../compare.ts';
import { example, NotProved, type Searched, statement } from '../space.ts';
import type { Bounds } from './bounds.ts';
import { type Side, SIDES } from './joint-question.ts';
import { type Joint, lifted } from './joint.ts';
import type { RulePair } from './rule-pairs.ts';
import { witnessOf } from './witness.ts';

/** Both versions as statements about the joint space. */
interface Statements {
  readonly joint: Joint;
  readonly levels: readonly string[];
  readonly rows: Readonly<Record<Side, readonly Row[]>>;
  /** Of those in scope; none where everyone is. */
  readonly scopes: Readonly<Record<Side, readonly Statement[]>>;
  readonly everyone: Searched;
}

/** What can be told without counting: whether anyone is lowered or raised, in level and in urgency, and a witness. */
export function provedEffect(joint: Joint, levels: readonly string[], rules: readonly RulePair[], bounds: Bounds, because: string): ProvedEffect {
  const open = new Int32Array(joint.sizes.length).fill(UNANSWERED);
  const scopeOf = (side: Side): readonly Statement[] => {
    const { ruleSet } = joint.sides[side];
    return ruleSet.scope === undefined ? [] : [lifted(joint, side, statement(ruleSet, ruleSet.scope.when))];
  };
  const statements: Statements = {
    joint,
    levels,
    rows: rowsOf(joint, levels, rules),
    scopes: { old: scopeOf('old'), new: scopeOf('new') },
    everyone: { table: { coding: { sizes: joint.sizes } }, inScope: [], open },
  };
  const directions = ['lowered', 'raised'] as const;
  const findings = directions.flatMap((direction) => (['level', 'urgency'] as const).map((measure) => findingOf(statements, bounds, measure, direction)));
  return { how: 'proved', because, notCompared: joint.notCompared, findings };
}

/** Looks at one rule after another for someone who is moved. A rule that is too hard to settle does not hide the others. */
function findingOf(statements: Statements, { steps, stepsPerRule }: Bounds, measure: Measure, direction: Finding['direction']): Finding {
  const [from, to] = direction === 'lowered' ? SIDES : SIDES.toReversed();
  let [left, isSettled] = [steps, true];
  for (const row of statements.rows[from as Side]) {
    const effort = { left: Math.min(left, stepsPerRule) };
    left -= effort.left;
    const found = attempt(
      NotProved,
      () => movedBy(statements, { ...statements.everyone, effort }, measure, row, [from as Side, to as Side]),
      () => 'unknown' as const,
    );
    if (found === 'unknown') isSettled = false;
    else if (found !== undefined) return { measure, direction, found: 'yes', witness: confirmed(statements, found, measure, direction) };
    left += Math.max(0, effort.left);
  }
  return { measure, direction, found: isSettled ? 'no' : 'unknown' };
}

/** Answers for which a rule of one version asks for more than the other version, or for a level where that one gives none. */
function movedBy({ rows, scopes }: Statements, everyone: Searched, measure: Measure, row: Row, [from, to]: readonly [Side, Side]): Codes | undefined {
  if (measure === 'urgency') return asksMore(everyone, measure, [row], rows[to]);
  const inBoth = { ...everyone, inScope: [...scopes.old, ...scopes.new] };
  return asksMore(inBoth, measure, [row], rows[to]) ?? (scopes[to].length > 0 ? example(everyone, [row, ...scopes[from]], scopes[to]) : undefined);
}

function confirmed({ joint, levels }: Statements, codes: Codes, measure: Measure, direction: Finding['direction']): NonNullable<Finding['witness']> {
  const places: readonly string[] = measure === 'level' ? levels : URGENCIES;
  return witnessOf(joint, codes, ({ [measure]: { from, to } }) => {
    const [was, is] = [places.indexOf(from), places.indexOf(to)];
    return direction === 'lowered' ? is < was : is > was;
  });
}

/**
 * The rows of both versions over the joint space, with levels as places in the order of both. A rule that is the same in
 * both is one row, about which nothing need be proved.
 */
function rowsOf(joint: Joint, levels: readonly string[], rules: readonly RulePair[]): Statements['rows'] {
  const rowOf = (side: Side, row: Row): Row => ({ ...lifted(joint, side, row), level: levels.indexOf(row.rule.level) });
  const old = joint.sides.old.table.rows.map((row) => rowOf('old', row));
  const unsure = joint.questions.map(({ codes }) => codes.some(({ answer }) => answer === NOT_SURE));
  const isSame = ({ rule, reads }: Row): boolean => !rules.some((pair) => pair.old === rule) && ![...reads].some((position) => unsure[position]);
  const same = new Map(old.filter(isSame).map((row) => [row.rule.id, row]));
  return { old, new: joint.sides.new.table.rows.map((row) => same.get(row.rule.id) ?? rowOf('new', row)) };
}
