import type { Cell, Result, Tally } from '../../model/difference.ts';
import { URGENCIES } from '../../model/rule-set.ts';
import { grouped, placeName } from './words.ts';

/** From what to what, in one respect: rows are the old version, columns the new. */
export interface Matrix {
  readonly of: 'level' | 'urgency';
  /** Names of the rows and of the columns. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCell {
  /** A number, with `↓` where it is lowered; a point for none. */
  readonly text: string;
  readonly kind: 'none' | 'same' | 'changed' | 'lowered';
}

/** The matrices in which something changes: of levels, of urgencies, of both or of neither. */
export function matricesOf({ matrix }: Tally, levels: readonly string[]): readonly Matrix[] {
  const urgency = ({ urgency: id }: Result): string => id;
  const level = ({ level: id, status }: Result): string => id ?? status;
  return [
    matrixOf('level', [...levels, 'no-rule', 'out-of-scope'], matrix, level, lowersLevel(levels)),
    matrixOf('urgency', URGENCIES, matrix, urgency, (from, to) => placeOf(URGENCIES, to) < placeOf(URGENCIES, from)),
  ].filter(({ cells }) => cells.flat().some(({ kind }) => kind === 'changed' || kind === 'lowered'));
}

function lowersLevel(levels: readonly string[]): (from: string, to: string) => boolean {
  return (from, to) => levels.includes(from) && placeOf(levels, to) < placeOf(levels, from);
}

function placeOf(ids: readonly string[], id: string): number {
  return ids.indexOf(id);
}

function matrixOf(of: Matrix['of'], all: readonly string[], matrix: readonly Cell[], read: (result: Result) => string, lowers: (from: string, to: string) => boolean): Matrix {
  const rows = all.filter((id) => matrix.some(({ from }) => read(from) === id));
  const columns = all.filter((id) => matrix.some(({ to }) => read(to) === id));
  const cells = rows.map((from) =>
    columns.map((to): MatrixCell => {
      const count = matrix.reduce((sum, cell) => (read(cell.from) === from && read(cell.to) === to ? sum + cell.count : sum), 0n);
      const kind = count === 0n ? 'none' : from === to ? 'same' : lowers(from, to) ? 'lowered' : 'changed';
      return { text: count === 0n ? '·' : `${grouped(count)}${kind === 'lowered' ? '↓' : ''}`, kind };
    }),
  );
  return { of, rows: rows.map(placeName), columns: columns.map(placeName), cells };
}
