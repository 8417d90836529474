import type { ChalkInstance } from 'chalk';
import { item, type Lines, paragraph } from '../report/layout.ts';
import { type Choice, type Screen, suggested } from './screen.ts';

/** How a screen looks while the person moves over it. */
export interface Drawing {
  readonly screen: Screen<unknown>;
  readonly chalk: ChalkInstance;
  readonly width: number;
  /** The choice that the arrow stands at. */
  readonly pointed: Choice<unknown> | undefined;
  readonly marked: readonly Choice<unknown>[];
  /** What was wrong with what was typed; empty when nothing was. */
  readonly trouble: string;
  /** Rows are few: no line is blank, and trouble takes the place of the hint. */
  readonly tight: boolean;
}

/** A screen but for the line that is typed: help stands beside the choices. */
export function drawnLines(drawing: Drawing): Lines {
  const { screen, chalk, width, trouble, tight } = drawing;
  const hint = tight && trouble !== '' ? [] : paragraph(screen.hint.keys, width).map((line) => chalk.dim(line));
  const wrong = trouble === '' ? [] : paragraph(trouble, width).map((line) => chalk.yellow(line));
  const parts = [[...screen.asked, ...screen.text], listLines(drawing), moveLines(drawing), [...screen.help.lines, ...hint, ...wrong]];
  if (tight) return parts.flat().filter((line) => line !== '');
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** What stands before that which is typed. */
export function promptOf(screen: Screen<unknown>): string {
  return suggested(screen) === '' ? `${screen.prompt} ` : `${screen.prompt} (${suggested(screen)}) `;
}

/** The choices one below the other, with an arrow at the one pointed at and a cross at those marked. */
function listLines(drawing: Drawing): Lines {
  const { screen, chalk, width, pointed, marked } = drawing;
  const keyWidth = widthOfKeys(listed(screen));
  return listed(screen).flatMap((choice) => {
    const box = screen.several === undefined || choice.id === undefined ? '' : `[${marked.includes(choice) ? 'x' : ' '}] `;
    const lines = item(`${choice === pointed ? '> ' : '  '}${choice.key.padEnd(keyWidth)}${box}`, choice.text, width);
    return choice === pointed ? lines.map((line) => chalk.cyan(line)) : lines;
  });
}

/** What else can be done, side by side, so that it takes few rows. */
function moveLines({ screen, chalk, width, pointed }: Drawing): Lines {
  const moves = shown(screen).filter((choice) => !listed(screen).includes(choice));
  const words = moves.map((choice) => {
    const text = `${choice === pointed ? '> ' : ''}${choice.key}  ${choice.text}`.replaceAll(' ', NO_BREAK);
    return choice === pointed ? chalk.cyan(text) : text;
  });
  return moves.length === 0 ? [] : paragraph(words.join('   '), width).map((line) => line.replaceAll(NO_BREAK, ' '));
}

/** All choices one below the other, as they are written where nothing moves. */
export function writtenChoices<Reply>(screen: Screen<Reply>, width: number): Lines {
  const keyWidth = widthOfKeys(shown(screen));
  return shown(screen).flatMap(({ key, text }) => item(key.padEnd(keyWidth), text, width));
}

/** Those that do not stand in the text already. */
export function shown<Reply>(screen: Screen<Reply>): readonly Choice<Reply>[] {
  return screen.choices.filter(({ inText }) => inText === undefined);
}

/** The answers, or, on a screen without answers, whatever can be done. */
function listed(screen: Screen<unknown>): readonly Choice<unknown>[] {
  const answers = shown(screen).filter(({ id }) => id !== undefined);
  return answers.length > 0 ? answers : shown(screen);
}

function widthOfKeys<Reply>(choices: readonly Choice<Reply>[]): number {
  return Math.max(0, ...choices.map(({ key }) => key.length)) + 2;
}

/** Keeps the words of one move on one line. */
const NO_BREAK = '\u00A0';
