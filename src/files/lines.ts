import { createReadStream } from 'node:fs';
import path from 'node:path';
import { addAbortSignal } from 'node:stream';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Read } from '../model/problem.ts';
import { cannotRead, refused } from './failure.ts';
import { STANDARD_INPUT } from './read.ts';
import { decode } from './utf-8.ts';

/** The longest line that is read, in bytes. */
export const MOST_LINE_BYTES = 64 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** One line of an input, counted from 1; its text lacks the line end (`\n` or `\r\n`). */
export interface Line {
  readonly line: number;
  readonly text: Read<string>;
}

/**
 * The lines of a file, or of standard input for `-`, as many at a time as have come in. A line that is too long or is not
 * UTF-8 keeps its place as a problem. Memory stays small however large the input is.
 */
export async function* readLines(host: Host, file: string): AsyncGenerator<readonly Line[]> {
  const name = file === '-' ? STANDARD_INPUT : file;
  const splitter = new LineSplitter(name);
  try {
    const source = file === '-' ? host.stdin : createReadStream(path.resolve(host.cwd, file));
    for await (const chunk of addAbortSignal(host.signal, source)) yield splitter.lines(chunk as Buffer);
  } catch (error) {
    host.signal.throwIfAborted();
    throw new InvalidInput([cannotRead(name, error)]);
  }
  yield splitter.rest();
}

class LineSplitter {
  readonly #name: string;
  /** The start of a line whose end has not come in yet. */
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** The lines that end within the chunk. */
  lines(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      this.#keep(chunk.subarray(start, end));
      lines.push(this.#line());
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
    return lines;
  }

  /** The last line, when no line end follows it. */
  rest(): Line[] {
    return this.#begunBytes === 0 ? [] : [this.#line()];
  }

  /** Keeps bytes of the current line, but none of a line that is too long already. */
  #keep(bytes: Buffer): void {
    this.#begunBytes += bytes.length;
    if (this.#begunBytes > MOST_LINE_BYTES) this.#begun = [];
    else if (bytes.length > 0) this.#begun.push(bytes);
  }

  #line(): Line {
    const bytes = this.#begun.length === 1 ? (this.#begun[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#begun);
    const tooLong = this.#begunBytes > MOST_LINE_BYTES;
    [this.#begun, this.#begunBytes] = [[], 0];
    this.#count += 1;
    if (tooLong) return { line: this.#count, text: tooLarge() };
    const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    return { line: this.#count, text: decode(bytes.subarray(0, end), this.#name) };
  }
}

function tooLarge(): Read<never> {
  return refused({ code: 'too-large', severity: 'error', message: `the line is longer than ${MOST_LINE_BYTES / 1024} KiB` });
}
