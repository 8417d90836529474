import { say } from '../messages/messages.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import { drawnLines, promptOf, writtenChoices } from './drawing.ts';
import { type Screen, troubleWith } from './screen.ts';
import type { View } from './view.ts';

/** A screen divided into what is written once and what the prompt draws again with every key. */
interface Division<Reply> {
  readonly written: Lines;
  readonly drawn: Screen<Reply>;
  /** How many rows of what is written are to stay in sight. */
  readonly rowsAbove?: number;
}

interface Fitted<Reply> extends Division<Reply> {
  /** The drawn part needs every row that there is. */
  readonly tight: boolean;
}

/** What is typed for a choice, in columns. */
const COLUMNS_TYPED = 5;
/** Around what is written. */
const BLANK_ROWS = 2;

/**
 * Fits a screen into the rows of a terminal, so that what is asked, the choices and a line of help are never out of sight,
 * and neither are they when something was mistyped. What is too much for the rows is written above. When not even the
 * choices fit, they are written too, and answered by typing.
 */
export function fit<Reply>(screen: Screen<Reply>, rows: number, view: View): Fitted<Reply> {
  for (const { written, drawn, rowsAbove = 0 } of divisions(screen, view)) {
    const tight = [false, true].find((isTight) => rowsAbove + rowsOf(drawn, isTight, view) <= rows);
    if (tight !== undefined) return { written, drawn, tight };
  }
  const choices = screen.choices.map((choice) => ({ ...choice, inText: true as const }));
  const hint = { ...screen.hint, keys: screen.hint.typing };
  return { written: [...above(screen), '', ...writtenChoices(screen, view.width)], drawn: { ...screen, text: [], choices, hint }, tight: true };
}

/** Ways to divide a screen, the one to be preferred first. */
function divisions<Reply>(screen: Screen<Reply>, { messages, width }: View): readonly Division<Reply>[] {
  const short = { written: above(screen), drawn: { ...screen, text: [] } };
  if (!screen.lasting) return [{ written: [], drawn: screen }, short];
  const whole = { written: above(screen), drawn: { ...screen, asked: [], text: [] }, rowsAbove: above(screen).length + BLANK_ROWS };
  return [whole, { ...short, drawn: { ...screen, text: paragraph(say(messages, 'moreAbove'), width) } }, short];
}

/** What is written where it is not drawn. A text that lasts keeps its heading. */
function above({ asked, text, lasting }: Screen<unknown>): Lines {
  return lasting ? [...asked, ...text] : text;
}

/** The most rows that the prompt takes, whatever is typed. */
function rowsOf<Reply>(screen: Screen<Reply>, tight: boolean, { messages, chalk, width }: View): number {
  const troubles = ['', ...['', 'x'].map((typed) => troubleWith(typed, screen, messages))];
  const heights = troubles.map((trouble) => drawnLines({ screen, chalk, width, pointed: undefined, marked: [], trouble, tight }).length);
  return Math.max(...heights) + Math.ceil((promptOf(screen).length + COLUMNS_TYPED) / width);
}
