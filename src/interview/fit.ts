import type { ChalkInstance } from 'chalk';
import type { Lines } from '../report/layout.ts';
import { listLines, lowerLines, writtenChoices } from './drawing.ts';
import type { Screen } from './screen.ts';

/** A screen divided into what is written once and what the prompt draws again with every key. */
interface Fitted<Reply> {
  readonly written: Lines;
  readonly drawn: Screen<Reply>;
}

/** Rows for the line being typed and for what was wrong with it. */
const ROWS_FOR_TYPING = 3;

/**
 * Fits a screen into the rows of a terminal, so that no choice is ever out of sight: what is too long to be drawn again
 * is written before the prompt; and when not even the choices fit, they are written too, then what is asked once more, and
 * answered by typing.
 */
export function fit<Reply>(screen: Screen<Reply>, rows: number, width: number, chalk: ChalkInstance): Fitted<Reply> {
  const drawing = { screen, chalk, width, pointed: undefined, marked: [] };
  const height = listLines(drawing).length + 1 + lowerLines(drawing).length + ROWS_FOR_TYPING;
  if (height > rows) {
    const choices = screen.choices.map((choice) => ({ ...choice, inText: true as const }));
    const hint = { ...screen.hint, keys: screen.hint.typing };
    const again = screen.again === undefined ? [] : ['', ...screen.again];
    return { written: [...screen.text, '', ...writtenChoices(screen, width), ...again], drawn: { ...screen, text: [], choices, hint } };
  }
  if (screen.lasting || height + screen.text.length + 1 > rows) return { written: screen.text, drawn: { ...screen, text: [] } };
  return { written: [], drawn: screen };
}
