import type { Row } from '../engine/table.ts';
import { example, type Space } from './space.ts';

/** Whether the rule, among these, ever stands in `decidedBy`: it sets the level, or the urgency where that is above routine. */
export function decides(space: Space, row: Row, rows: readonly Row[]): boolean {
  const moreIntensive = rows.filter((other) => other.level > row.level);
  if (example(space, [row], moreIntensive) !== undefined) return true;
  const morePressing = rows.filter((other) => other.urgency > row.urgency);
  return row.urgency > 0 && example(space, [row], morePressing) !== undefined;
}

/** Few of the rows that are still enough: without any one of them they would not be. Leaves out many at a time, then fewer. */
export function fewEnough(rows: readonly Row[], enough: (rows: readonly Row[]) => boolean): readonly Row[] {
  let kept = rows;
  for (let size = rows.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < kept.length; ) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (enough(fewer)) kept = fewer;
      else start += size;
    }
  }
  return kept;
}

/** Ids of rules in words: `a`, `b` and 3 more. */
export function listed(rows: readonly Row[]): string {
  const names = rows.slice(0, MOST_LISTED).map(({ rule }) => `\`${rule.id}\``);
  const more = rows.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const MOST_LISTED = 5;
