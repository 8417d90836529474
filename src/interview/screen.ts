import { type Messages, say } from '../messages/messages.ts';
import type { Lines } from '../report/layout.ts';

/** One thing to ask, ready to be drawn by either front end. `Reply` is what a choice leads to. */
export interface Screen<Reply> {
  /** What is asked, or what it is about; like all lines here, no wider than the page. */
  readonly asked: Lines;
  /** What is said about it. Where the rows do not hold it, it is written above, and what is asked stays beside the choices. */
  readonly text: Lines;
  /** Help in one line. Menus keep it in sight; plain lines, of which each is read aloud, say it where it is pressing. */
  readonly help: { readonly lines: Lines; readonly pressing: boolean };
  /** The text stays on the screen when the reply is given. */
  readonly lasting: boolean;
  readonly choices: readonly Choice<Reply>[];
  /** How to answer, by typing alone and with the arrow keys. */
  readonly hint: { readonly typing: string; readonly keys: string };
  /** Stands before what the person types. */
  readonly prompt: string;
  /** Several options may be given at once, by their ids. */
  readonly several?: (ids: readonly string[]) => Reply;
  /** How to choose none of several. */
  readonly none?: string;
  /** A whole number is asked for. */
  readonly number?: { readonly min: number; readonly max: number; readonly reply: (value: number) => Reply };
  /** Any text is a reply. */
  readonly free?: (text: string) => Reply;
  /** What Enter alone stands for: the answer given before, or the safe way on. Nothing, when absent. */
  readonly standing?: string;
}

export interface Choice<Reply> {
  /** What to type for it. */
  readonly key: string;
  readonly text: string;
  readonly reply: Reply;
  /** The option's id, when it is an answer. */
  readonly id?: string;
  /** Another text that it may be typed as. */
  readonly alias?: string;
  /** It already stands in the text above, and is not listed again. */
  readonly inText?: true;
}

/** What typed text comes to: a reply with the choices behind it, or undefined when it matches nothing. */
export interface Typed<Reply> {
  readonly reply: Reply;
  readonly choices: readonly Choice<Reply>[];
}

/** Reads typed text: the mark of a choice, its id, the only text that begins so, a list such as `1,3`, or a number. */
export function readTyped<Reply>(screen: Screen<Reply>, typed: string): Typed<Reply> | undefined {
  const text = typed.trim().toLowerCase();
  const choice = choiceFor(screen, text);
  if (choice !== undefined) return { reply: choice.reply, choices: [choice] };
  if (screen.free !== undefined && text !== '') return { reply: screen.free(typed.trim()), choices: [] };
  return severalOf(screen, text) ?? numberOf(screen, text);
}

/** What Enter alone stands for where any text may be typed; it is shown, and typing takes its place. */
export function suggested({ free, standing = '' }: Screen<unknown>): string {
  return free === undefined ? '' : standing;
}

/** What to say when typed text matches nothing. */
export function troubleWith<Reply>(typed: string, { number, none }: Screen<Reply>, messages: Messages): string {
  if (typed.trim() === '') return [say(messages, 'nothingChosen'), ...(none === undefined ? [] : [none])].join(' ');
  return number === undefined ? say(messages, 'notUnderstood') : say(messages, 'notANumber', { min: number.min, max: number.max });
}

/** The choice whose mark or id is typed, or else the only one that begins so. */
export function choiceFor<Reply>(screen: Screen<Reply>, text: string): Choice<Reply> | undefined {
  if (text === '' || screen.free !== undefined) return exactly(screen, text);
  const begun = screen.choices.filter((choice) => [choice.text, choice.alias].some((words) => words?.toLowerCase().startsWith(text)));
  return exactly(screen, text) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** The options in a typed list; undefined as soon as one part is none. */
export function severalOf<Reply>(screen: Screen<Reply>, text: string): Typed<Reply> | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const picked = parts.map((part) => exactly(screen, part));
  if (screen.several === undefined || parts.length === 0 || picked.some((choice) => choice?.id === undefined)) return undefined;
  const choices = screen.choices.filter((choice) => picked.includes(choice));
  return { reply: screen.several(choices.flatMap(({ id }) => id ?? [])), choices };
}

function numberOf<Reply>({ number }: Screen<Reply>, text: string): Typed<Reply> | undefined {
  if (number === undefined || !/^-?\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= number.min && value <= number.max ? { reply: number.reply(value), choices: [] } : undefined;
}

function exactly<Reply>(screen: Screen<Reply>, text: string): Choice<Reply> | undefined {
  return screen.choices.find((choice) => choice.key === text) ?? screen.choices.find((choice) => choice.id === text);
}
