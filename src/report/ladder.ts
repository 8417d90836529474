import { item, type Lines } from './layout.ts';
import type { Ladder } from './section.ts';

/**
 * The levels as the rungs of a ladder, most care on top, with an arrow and a word at the person's place. Plain characters,
 * so that it says the same without colour.
 */
export function ladderLines({ more, less, rungs }: Ladder, width: number): Lines {
  const lines = rungs.flatMap(({ name, mark }) => item(mark === undefined ? '   ' : '=> ', mark === undefined ? name : `${name} <- ${mark}`, width - 2));
  return [`^ ${more}`, ...lines.map((line) => `| ${line}`), `v ${less}`];
}
