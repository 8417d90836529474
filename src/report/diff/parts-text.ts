import type { ChalkInstance } from 'chalk';
import { visible } from '../../messages/visible.ts';
import type { Difference, FieldChange } from '../../model/difference.ts';
import { indented, item, type Lines } from '../layout.ts';
import { toldParts } from './parts.ts';
import { isShort } from './words.ts';

/** Every part that is not the same, with what it said and says. */
export function partLines(difference: Difference, width: number, chalk: ChalkInstance): Lines {
  return toldParts(difference).flatMap(({ heading, fields }) => [
    ...item('', heading, width),
    ...indented(fields.flatMap((change) => fieldChangeLines(change, width - 2, chalk))),
  ]);
}

function fieldChangeLines(change: FieldChange, width: number, chalk: ChalkInstance): Lines {
  const { field, old, new: now } = change;
  const gone = (mark: string, text: string, columns: number): Lines => oneLine(mark, text, columns).map((line) => chalk.red(line));
  const come = (mark: string, text: string, columns: number): Lines => oneLine(mark, text, columns).map((line) => chalk.green(line));
  if (old === null) return come(`+ ${field}: `, now as string, width);
  if (now === null) return gone(`- ${field}: `, old, width);
  if (isShort(change)) return oneLine(`${field}: `, `${old} -> ${now}`, width);
  return [`${field}:`, ...indented([...gone('- ', old, width - 2), ...come('+ ', now, width - 2)])];
}

/** A text from outside, its line breaks as blanks, wrapped anew. */
function oneLine(mark: string, text: string, width: number): Lines {
  return item(mark, visible(text.replaceAll(/\s+/g, ' ')), width);
}
