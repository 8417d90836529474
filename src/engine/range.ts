import { type Codes, UNANSWERED } from './coding.ts';
import { find } from './search.ts';
import { boundsOf, type Row, type Table } from './table.ts';

/** What is still possible, whatever the missing answers turn out to be. Places in the lists, least first. */
export interface Possible {
  /** Null when no completion gets a level. */
  readonly level: readonly [least: number, greatest: number] | null;
  readonly urgency: readonly [least: number, greatest: number];
}

/**
 * The range of levels and urgencies over all completions of the answers. Exact, unless a search gives up (see
 * `MOST_STEPS`): then a level that cannot be ruled out counts as possible, so that the range is never too narrow.
 */
export function possible(table: Table, codes: Codes): Possible {
  const { level, urgency, highestLevel, highestUrgency } = boundsOf(table.rows, codes);
  if (table.coding.required.every((position) => codes[position] !== UNANSWERED)) {
    return { level: level < 0 ? null : [level, level], urgency: [urgency, urgency] };
  }
  const levels = places(level, highestLevel).filter((place) => reachable(table, codes, place, levelOf));
  const urgencies = places(urgency, highestUrgency).filter((place) => reachable(table, codes, place, urgencyOf));
  return {
    level: levels.length === 0 ? null : [levels[0] as number, levels.at(-1) as number],
    urgency: [urgencies[0] as number, urgencies.at(-1) as number],
  };
}

const levelOf = (row: Row): number => row.level;
const urgencyOf = (row: Row): number => row.urgency;

function places(least: number, greatest: number): readonly number[] {
  return Array.from({ length: greatest - least + 1 }, (_, step) => least + step);
}

/** Does some completion come out at this place? Being routine takes no rule. */
function reachable(table: Table, codes: Codes, place: number, placeOf: (row: Row) => number): boolean {
  const more = table.rows.filter((row) => placeOf(row) > place);
  const asked = placeOf === urgencyOf && place === 0 ? [[]] : table.rows.filter((row) => placeOf(row) === place).map((row) => [row]);
  return asked.some((rows) => find(table.coding.sizes, codes, rows, more) !== undefined);
}
