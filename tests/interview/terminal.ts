import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { BIN, ROOT } from '../cli/program.ts';

export const KEYS = { enter: '\r', up: '\u001B[A', down: '\u001B[B', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

/** The built program in a pseudo-terminal. Each key is pressed only after the text before it was seen. */
export interface Terminal {
  /** Waits until what was written since the last key matches, on one line and without escapes. */
  readonly sees: (text: RegExp) => Promise<void>;
  readonly press: (keys: string) => void;
  /** Types an answer and Enter, and waits for what comes next. */
  readonly answer: (typed: string, next: RegExp) => Promise<void>;
  readonly kill: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void;
  readonly exitCode: Promise<number>;
  /** All that was written, as it came. */
  readonly written: () => string;
}

/** A question with the whole of its prompt: what is typed before that is lost. */
export function asking(question: number, count: number): RegExp {
  return new RegExp(`Question ${question} of ${count} .*Your answer:`);
}

export interface TerminalOptions {
  readonly args?: readonly string[];
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export function openTerminal({ args = [], cols = 80, rows = 40, env = {} }: TerminalOptions = {}): Terminal {
  const surroundings = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env };
  const pty = spawn(process.execPath, [BIN, ...args], { cols, rows, cwd: ROOT, env: surroundings });
  let written = '';
  let mark = 0;
  let wake: (() => void) | undefined;
  pty.onData((data) => {
    written += data;
    wake?.();
  });
  const exitCode = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode: code }) => {
      resolve(code);
      wake?.();
    });
  });
  let ended = false;
  void exitCode.then(() => (ended = true));
  const sees = async (text: RegExp): Promise<void> => {
    while (!text.test(words(written.slice(mark)))) {
      if (ended) throw new Error(`the program ended before ${String(text)}:\n${words(written.slice(mark))}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const press = (keys: string): void => {
    mark = written.length;
    pty.write(keys);
  };
  return {
    sees,
    press,
    answer: async (typed, next) => {
      if (typed !== '') {
        press(typed);
        await sees(new RegExp(`: ${typed}`));
      }
      press(KEYS.enter);
      await sees(next);
    },
    kill: (signal) => process.kill(pty.pid, signal),
    exitCode,
    written: () => written,
  };
}

/** The lines that were written, without escapes; where the cursor was moved, another line begins. */
export function linesOf(output: string): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- escapes are what is looked for
  const lines = output.replaceAll(/\u001B\[\d*[A-HJK]/g, '\n').split(/[\r\n]+/);
  return lines.map(stripVTControlCharacters).filter((line) => line.trim() !== '');
}

export function coloursIn(output: string): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- escapes are what is looked for
  return output.match(/\u001B\[[\d;]*m/g) ?? [];
}

/** Text without escapes, on one line, so that it is found wherever it was wrapped. */
export function words(output: string): string {
  return stripVTControlCharacters(output).replaceAll(/\s+/g, ' ');
}
