import { createInterface } from 'node:readline';
import { say } from '../messages/messages.ts';
import type { Host } from '../model/host.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import { type Asker, Interrupted, stopReason } from './asker.ts';
import { writtenChoices } from './drawing.ts';
import { readTyped, type Screen, troubleWith, type Typed } from './screen.ts';
import type { View } from './view.ts';
import { writeLines } from './write.ts';

/** Lines in a row that match nothing, after which what comes in by a pipe or from a file is no answers. */
const MOST_MISSES = 100;
/** No answer is as long, in bytes. */
const LONGEST_LINE = 64 * 1024;

/**
 * Asks in plain lines that a screen reader, a pipe or the simplest terminal can follow: numbered choices, nothing moves,
 * nothing is redrawn. Lines are read from standard input and written to standard error.
 */
export function plainAsker(host: Host, view: View): Asker {
  const { messages } = view;
  const tell = (lines: Lines): Promise<void> => writeLines(host.stderr, lines);
  const { nextLine, close } = lineReader(host);
  const prompt = async (text: string): Promise<string> => {
    host.stderr.write(`${text} `);
    const line = await nextLine();
    if (!host.stdin.isTTY) await tell(['']);
    return line;
  };
  const show = async <Reply>(screen: Screen<Reply>): Promise<void> => {
    const help = screen.help.pressing ? [...screen.help.lines, ''] : [];
    await tell(['', ...screen.asked, ...screen.text, '', ...writtenChoices(screen, view.width), '', ...help, ...paragraph(screen.hint.typing, view.width)]);
    const standing = standingWords(screen);
    if (standing !== '') await tell(paragraph(say(messages, 'standing', { answer: standing }), view.width));
  };
  return {
    ask: async (screen) => {
      for (let misses = 1; ; misses += 1) {
        await show(screen);
        const line = await prompt(screen.prompt);
        const typed = readTyped(screen, line.trim() === '' ? (screen.standing ?? '') : line);
        if (typed !== undefined) {
          const chosen = answerWords(typed);
          if (chosen !== '') await tell(paragraph(say(messages, 'chosen', { answer: chosen }), view.width));
          return typed.reply;
        }
        await tell(['', ...paragraph(troubleWith(line, screen, messages), view.width)]);
        if (misses === MOST_MISSES && !host.stdin.isTTY) throw new Interrupted('no-answers');
      }
    },
    tell,
    clear: () => Promise.resolve(false),
    close,
  };
}

/** Lines of standard input, one at a time; those that come early wait. */
function lineReader(host: Host): { readonly nextLine: () => Promise<string>; readonly close: () => void } {
  const reader = createInterface({ input: host.stdin, terminal: false, crlfDelay: Infinity });
  const lines = reader[Symbol.asyncIterator]();
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Interrupted(stopReason(host.signal)));
    if (host.signal.aborted) stop();
    else host.signal.addEventListener('abort', stop, { once: true });
    let unbroken = 0;
    host.stdin.on('data', (chunk: Buffer) => {
      const [first, last] = [chunk.indexOf('\n'), chunk.lastIndexOf('\n')];
      if (unbroken + (first === -1 ? chunk.length : first) > LONGEST_LINE) reject(new Interrupted('no-answers'));
      unbroken = last === -1 ? unbroken + chunk.length : chunk.length - last - 1;
    });
  });
  stopped.catch(() => undefined);
  const nextLine = async (): Promise<string> => {
    const line = await Promise.race([stopped, lines.next()]);
    if (line.done === true) throw new Interrupted('input-ended');
    return line.value;
  };
  return { nextLine, close: () => reader.close() };
}

/** The answer or text that Enter alone gives; empty when it stands for a choice that is no answer. */
function standingWords<Reply>(screen: Screen<Reply>): string {
  const typed = readTyped(screen, screen.standing ?? '');
  if (typed === undefined) return '';
  return typed.choices.length === 0 ? (screen.standing ?? '') : answerWords(typed);
}

function answerWords<Reply>({ choices }: Typed<Reply>): string {
  return choices.filter(({ id }) => id !== undefined).map(({ text }) => text).join('; ');
}
