import type { Cell, CountedEffect, Measure, RecordsEffect, Result } from '../../model/difference.ts';
import { URGENCIES } from '../../model/rule-set.ts';
import { grouped, placeName } from './words.ts';

/** From what to what, in one respect: rows are the old version, columns the new. */
export interface Matrix {
  readonly of: Measure;
  /** Names of the rows and of the columns. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCell {
  /** A number, with `↓` where it is lowered; a point for none, `=` for what stays and was not counted. */
  readonly text: string;
  readonly kind: 'none' | 'same' | 'changed' | 'lowered';
}

/** The matrices in which something changes: of levels, of urgencies, of both or of neither. */
export function matricesOf(effect: CountedEffect | RecordsEffect, levels: readonly string[]): readonly Matrix[] {
  const { matrix } = effect;
  const whole = effect.how !== 'counted' || effect.whole;
  const urgency = ({ urgency: id }: Result): string => id;
  const level = ({ level: id, status }: Result): string => id ?? status;
  return [
    matrixOf('level', [...levels, 'no-rule', 'out-of-scope'], matrix, level, whole),
    matrixOf('urgency', URGENCIES, matrix, urgency, whole),
  ].filter(({ cells }) => cells.flat().some(({ kind }) => kind === 'changed' || kind === 'lowered'));
}

function matrixOf(of: Measure, places: readonly string[], matrix: readonly Cell[], read: (result: Result) => string, whole: boolean): Matrix {
  const rows = places.filter((id) => matrix.some(({ from }) => read(from) === id));
  const columns = places.filter((id) => matrix.some(({ to }) => read(to) === id));
  const cellAt = (from: string, to: string): MatrixCell => {
    const count = matrix.reduce((sum, cell) => (read(cell.from) === from && read(cell.to) === to ? sum + cell.count : sum), 0n);
    if (from === to) return { text: whole ? dotted(count) : '=', kind: 'same' };
    if (count > 0n && lowers(places, from, to)) return { text: `${grouped(count)}↓`, kind: 'lowered' };
    return { text: dotted(count), kind: count === 0n ? 'none' : 'changed' };
  };
  return { of, rows: rows.map(placeName), columns: columns.map(placeName), cells: rows.map((from) => columns.map((to) => cellAt(from, to))) };
}

function dotted(count: bigint): string {
  return count === 0n ? '·' : grouped(count);
}

/** To lose a level is to be lowered, whatever the reason; to have had none is not. */
function lowers(places: readonly string[], from: string, to: string): boolean {
  return !isNoLevel(from) && (isNoLevel(to) || places.indexOf(to) < places.indexOf(from));
}

function isNoLevel(place: string): boolean {
  return place === 'no-rule' || place === 'out-of-scope';
}
