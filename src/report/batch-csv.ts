import { stringify } from 'csv-stringify/sync';
import { visible } from '../messages/visible.ts';
import type { RecordResult, RecordWriter } from './batch.ts';

const COLUMNS = ['line', 'id', 'status', 'level', 'range', 'urgency', 'decidedBy', 'complete', 'unanswered', 'error', 'message'];

/** Nothing to quote, to spell out, or to take for a formula. */
const PLAIN = /^(?:[a-z0-9][a-z0-9;-]*)?$/i;

/** Results as a table; lists are separated by `;`, and no cell can be taken for a formula. */
export const csvWriter: RecordWriter = { head: row(COLUMNS), lineOf: (result) => row(cells(result)) };

function cells(result: RecordResult): readonly (string | number)[] {
  const { line, id } = result;
  if ('error' in result) return [line, id ?? '', '', '', '', result.urgency ?? '', '', '', '', result.error.code, result.error.message];
  const { status, level, range, urgency, decidedBy, complete, unanswered } = result;
  return [line, id ?? '', status, level ?? '', list(range ?? []), urgency, list(decidedBy), String(complete), list(unanswered), '', ''];
}

function list(ids: readonly string[]): string {
  return ids.join(';');
}

function row(columns: readonly (string | number)[]): string {
  return `${columns.map(cellText).join(',')}\n`;
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number' || PLAIN.test(cell)) return String(cell);
  return stringify([[visible(cell)]], { escape_formulas: true, eof: false });
}
