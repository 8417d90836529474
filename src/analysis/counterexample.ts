import { type Codes, UNANSWERED } from '../engine/coding.ts';
import type { Statement } from '../engine/search.ts';
import type { Answers } from '../model/answers.ts';
import { type Condition, type Outcome, type Property, type Question, URGENCIES } from '../model/rule-set.ts';
import { drop, type Pair, steps } from './compare.ts';
import { runStarts } from './conditions.ts';
import { answersOf, example, type Space, statement } from './space.ts';
import { anyOf } from './statements.ts';

/** Answers that break a property; or, where it compares two answer sets, the first and how the second differs. */
export type Counterexample = { readonly witness: Answers; readonly change?: Answers };

/**
 * Answers that break the claim of a property; undefined when it holds. What it claims of levels is about answer sets in
 * scope, since others get none; what it claims of urgency alone is about everyone, since urgency works out of scope too.
 */
export function counterexample(space: Space, property: Property): Counterexample | undefined {
  const witnessOf = (codes: Codes | undefined): Counterexample | undefined => codes && { witness: answersOf(space, codes) };
  switch (property.claim) {
    case 'expect':
      return witnessOf(unexpected(space, statement(space.ruleSet, property.when), property.expect));
    case 'never':
      return witnessOf(forbidden(space, property.never));
    case 'vary':
      return moved(space, property);
    case 'monotone':
      return first(property.monotone, (id) => lowered(space, id));
  }
}

function unexpected(space: Space, when: Statement, { levels, urgencies, status }: Outcome): Codes | undefined {
  const allLevels = space.ruleSet.levels.map(({ id }) => id);
  const others = <Id extends string>(all: readonly Id[], expected: readonly Id[] = all): readonly Id[] => all.filter((id) => !expected.includes(id));
  return (
    first(others(allLevels, levels), (level) => resulting(space, [when], allLevels.indexOf(level))) ??
    first(others(URGENCIES, urgencies), (urgency) => resulting(everyone(space), [when], undefined, URGENCIES.indexOf(urgency))) ??
    (levels === undefined && status !== 'decided' ? undefined : example(space, [when], space.rows)) ??
    (status === 'out-of-scope' ? example(space, [when], []) : undefined) ??
    (status === 'decided' ? first(space.inScope, (scope) => example(everyone(space), [when], [scope])) : undefined)
  );
}

/** Answers that match a condition which may also read the level and the urgency they get. */
function forbidden(space: Space, condition: Condition): Codes | undefined {
  const never = statement(space.ruleSet, condition);
  const { coding } = space.table;
  const [readsLevel, readsUrgency] = [never.reads.has(coding.level), never.reads.has(coding.urgency)];
  const levels = readsLevel ? space.ruleSet.levels.map((_, level) => level) : [undefined];
  const urgencies = readsUrgency ? URGENCIES.map((_, urgency) => urgency) : [undefined];
  return first(levels, (level) =>
    first(urgencies, (urgency) => resulting(readsLevel ? space : everyone(space), [never], level, urgency)),
  );
}

/** Answers for which something holds and that come out at this level, this urgency, or both. */
function resulting(space: Space, hold: readonly Statement[], level?: number, urgency?: number): Codes | undefined {
  const { coding } = space.table;
  const given = space.open.with(coding.level, level ?? UNANSWERED).with(coding.urgency, urgency ?? UNANSWERED);
  const asking = level === undefined ? [] : [anyOf(space.rows.filter((row) => row.level === level))];
  // To come out as routine takes no rule.
  const pressing = urgency === undefined || urgency === 0 ? [] : [anyOf(space.rows.filter((row) => row.urgency === urgency))];
  const more = space.rows.filter((row) => row.level > (level ?? Infinity) || row.urgency > (urgency ?? Infinity));
  return example(space, [...hold, ...asking, ...pressing], more, given);
}

/** A pair of answer sets that differ in one answer, and by more levels than the property allows. */
function moved(space: Space, { vary, when, levelsAtMost }: Property & { claim: 'vary' }): Pair | undefined {
  const position = space.table.coding.positions.get(vary) as number;
  const narrow = when === undefined ? space : { ...space, inScope: [...space.inScope, statement(space.ruleSet, when)] };
  const { ruleSet, table } = space;
  const conditions = [...ruleSet.rules.map((rule) => rule.when), ...[when, ruleSet.scope?.when].filter((condition) => condition !== undefined)];
  const codes = runStarts(ruleSet, table.coding.questions[position] as Question, conditions);
  return first(codes, (from) => first(codes, (to) => (from === to ? undefined : drop(narrow, 'level', position, [from, to], levelsAtMost))));
}

function lowered(space: Space, id: string): Pair | undefined {
  const position = space.table.coding.positions.get(id) as number;
  return first(['level', 'urgency'] as const, (measure) => first(steps(space, position), (code) => drop(space, measure, position, [code, code + 1])));
}

function everyone(space: Space): Space {
  return { ...space, inScope: [] };
}

function first<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = of(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
