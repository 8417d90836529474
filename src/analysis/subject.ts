import type { FINDINGS, Place, Problem } from '../model/problem.ts';
import { attempt } from './attempt.ts';
import { NotProved, type Space } from './space.ts';

/** A rule set under check: the space of its answer sets, where its parts stand in their file, and today as YYYY-MM-DD. */
export interface Subject extends Space {
  readonly placeOf: (...path: string[]) => Place;
  readonly today: string;
}

/** One question about a rule set. Each answers on its own and knows no other. */
export type Check = (subject: Subject) => readonly Problem[];

/** What is found about each item. Where the search for a finding gives up, that is what is found. */
export function findings<Item>(
  { placeOf }: Subject,
  code: keyof typeof FINDINGS,
  items: readonly Item[],
  pathOf: (item: Item) => readonly string[],
  found: (item: Item) => readonly Problem[],
): readonly Problem[] {
  const unsettled = (item: Item): readonly Problem[] => {
    const path = pathOf(item);
    return [notProved(code, path[1], placeOf(...path))];
  };
  return items.flatMap((item) => attempt(NotProved, () => found(item), () => unsettled(item)));
}

function notProved(code: keyof typeof FINDINGS, name: string | undefined, place: Place): Problem {
  return {
    code: 'not-proved',
    severity: 'error',
    message: `\`${code}\` could not be settled${name === undefined ? '' : ` for \`${name}\``} within the bound`,
    help: 'split rules that have many alternatives, and let each read fewer questions',
    place,
  };
}
