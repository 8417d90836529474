import type { Assessment, Change } from '../model/assessment.ts';
import { type Level, type Question, type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import { type Codes, decode, encode, UNANSWERED } from './coding.ts';
import { FALSE } from './condition.ts';
import { type Effort, find, MOST_STEPS, type Statement } from './search.ts';
import { boundsOf, type Table, tableOf } from './table.ts';

/** More answers than this together tell nobody much. */
const MOST_TOGETHER = 3;

/** The fewest answers, two or three, that together lead to the level below and to the level above, where no single one does. */
export function fewestChanges(ruleSet: RuleSet, { status, answers, level, wouldChange }: Assessment): readonly Change[] {
  if (status !== 'decided') return [];
  const table = tableOf(ruleSet);
  const codes = encode(table.coding, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === level);
  const near = [place - 1, place + 1].filter((other) => wouldChange.every((change) => change.level !== ruleSet.levels[other]?.id));
  return near.flatMap((other) => {
    const found = nearest(table, codes, other);
    return found === undefined ? [] : [changeTo(ruleSet, table, codes, found)];
  });
}

/** Codes for the level that differ at the fewest places; none where they are not found within the steps of one search. */
function nearest({ coding, rows, scope }: Table, codes: Codes, level: number): Codes | undefined {
  const asking = rows.filter((row) => row.level === level);
  const above = rows.filter((row) => row.level > level);
  const effort: Effort = { left: MOST_STEPS };
  const inScope: Statement = { test: scope, reads: new Set(coding.required) };
  for (let count = 2; count <= MOST_TOGETHER; count += 1) {
    for (const positions of choices(coding.required, count)) {
      const open = codes.slice();
      for (const position of positions) open[position] = UNANSWERED;
      const { level: least, highestLevel } = boundsOf(rows, open);
      if (least > level || highestLevel < level || scope(open) === FALSE) continue;
      for (const row of asking) {
        const found = find(coding.sizes, open, [row, inScope], above, effort);
        if (typeof found === 'object') return found;
      }
    }
  }
  return undefined;
}

function changeTo(ruleSet: RuleSet, { coding, rows }: Table, before: Codes, after: Codes): Change {
  const { level, urgency } = boundsOf(rows, after);
  const changed = coding.required.filter((position) => after[position] !== before[position]);
  return {
    answers: Object.fromEntries(changed.map((position) => {
      const question = coding.questions[position] as Question;
      return [question.id, decode(question, after[position] as number)];
    })),
    level: (ruleSet.levels[level] as Level).id,
    urgency: URGENCIES[urgency] as Urgency,
  };
}

/** Every choice of so many items, one or more, in their order. */
function choices<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 1) return items.map((item) => [item]);
  return items.flatMap((item, place) => choices(items.slice(place + 1), count - 1).map((others) => [item, ...others]));
}
