import type { Answers } from '../model/answers.ts';
import type { Condition, Question, RuleSet } from '../model/rule-set.ts';
import { type Codes, decode, UNANSWERED } from '../engine/coding.ts';
import { compile, positionsIn } from '../engine/condition.ts';
import { residualOf } from '../engine/residual.ts';
import { type Effort, find, MOST_STEPS, type Statement, TOO_HARD } from '../engine/search.ts';
import { type Row, type Table, tableOf } from '../engine/table.ts';

/** A search gave up; whoever asked cannot know. */
export class NotProved extends Error {}

/** All answer sets that are in scope of a rule set, and the questions that can be asked of them. */
export interface Space {
  readonly ruleSet: RuleSet;
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly inScope: readonly Statement[];
  /** No answer given. */
  readonly open: Codes;
  /** What all searches together may take; without it, only each by itself is bounded. */
  readonly effort?: Effort;
  /** At each position, codes that stand for all others as far as anything asked can tell; without it, every code is tried. */
  readonly tries?: readonly (readonly number[])[];
}

/** As much of a space as a search needs. */
export type Searched = Pick<Space, 'inScope' | 'open' | 'effort' | 'tries'> & { readonly table: { readonly coding: Pick<Table['coding'], 'sizes'> } };

export function spaceOf(ruleSet: RuleSet): Space {
  const table = tableOf(ruleSet);
  const open = new Int32Array(table.coding.sizes.length).fill(UNANSWERED);
  return { ruleSet, table, rows: table.rows, inScope: ruleSet.scope === undefined ? [] : [statement(ruleSet, ruleSet.scope.when)], open };
}

/** A condition as something that can be searched for. */
export function statement(ruleSet: RuleSet, condition: Condition): Statement {
  const { coding } = tableOf(ruleSet);
  return {
    test: compile(ruleSet, coding, condition),
    reads: new Set(positionsIn(ruleSet, coding, condition)),
    residual: residualOf(ruleSet, coding, condition),
  };
}

/** Answers in scope for which all of `hold` is true and all of `fail` is false; undefined when there are none. Throws `NotProved`. */
export function example(space: Searched, hold: readonly Statement[], fail: readonly Statement[], given = space.open): Codes | undefined {
  const most = Math.min(MOST_STEPS, space.effort?.left ?? MOST_STEPS);
  const effort = { left: most };
  const found = find(space.table.coding.sizes, given, [...hold, ...space.inScope], fail, effort, space.tries);
  if (space.effort !== undefined) space.effort.left -= most - effort.left;
  if (found === TOO_HARD) throw new NotProved();
  return found;
}

/** Whole answers from codes; what does not matter gets the first option. */
export function answersOf(space: Space, codes: Codes): Answers {
  const { questions, required } = space.table.coding;
  return Object.fromEntries(
    required.map((position) => {
      const question = questions[position] as Question;
      return [question.id, decode(question, Math.max(codes[position] as number, 0))];
    }),
  );
}
