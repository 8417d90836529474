import type { Place, Problem } from '../model/problem.ts';
import type { Space } from './space.ts';

/** A rule set under check: the space of its answer sets, where its parts stand in their file, and today as YYYY-MM-DD. */
export interface Subject extends Space {
  readonly placeOf: (...path: string[]) => Place;
  readonly today: string;
}

/** One question about a rule set. Each answers on its own and knows no other. */
export type Check = (subject: Subject) => readonly Problem[];
