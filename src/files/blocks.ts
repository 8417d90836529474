import { createReadStream } from 'node:fs';
import path from 'node:path';
import { addAbortSignal } from 'node:stream';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import { cannotRead } from './failure.ts';
import { noteInput, noteStandardInput } from './inputs.ts';
import { STANDARD_INPUT } from './read.ts';

/** The longest line that is read, in bytes. */
export const MOST_LINE_BYTES = 64 * 1024;

/** As much of a file as is read at a time. */
const CHUNK_BYTES = 128 * 1024;

/** Zeros behind a block, for readers that look at several bytes together. */
const PADDING_BYTES = 8;

const LINE_FEED = 0x0a;

/** Whole lines of an input, each with its line end. */
export interface Block {
  /** The number of the first line, from 1. */
  readonly line: number;
  /** How much of the input has been read when the block ends. */
  readonly readBytes: number;
  /** In a buffer of their own, with some zeros behind them. A line that is too long may be cut, but not so that it is no more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What to call an input in messages. */
export function inputName(file: string): string {
  return file === '-' ? STANDARD_INPUT : file;
}

/**
 * The lines of a file, or of standard input for `-`, as many at a time as have come in. Memory stays small however large
 * the input or one of its lines is.
 */
export function readBlocks(host: Host, file: string): AsyncGenerator<Block> {
  if (file === '-') noteStandardInput(host);
  else noteInput(host, file);
  return blocksOf(host, file);
}

async function* blocksOf(host: Host, file: string): AsyncGenerator<Block> {
  const cutter = new Cutter();
  try {
    const source = file === '-' ? host.stdin : createReadStream(path.resolve(host.cwd, file), { highWaterMark: CHUNK_BYTES });
    for await (const chunk of addAbortSignal(host.signal, source)) yield* cutter.cut(chunk as Buffer);
  } catch (error) {
    host.signal.throwIfAborted();
    throw new InvalidInput([cannotRead(inputName(file), error)]);
  }
  yield* cutter.rest();
}

/** Cuts bytes into blocks where lines end. */
class Cutter {
  /** The start of a line whose end has not come in yet. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;
  #line = 1;
  #readBytes = 0;

  cut(chunk: Buffer): readonly Block[] {
    this.#readBytes += chunk.length;
    const first = chunk.indexOf(LINE_FEED);
    const last = chunk.lastIndexOf(LINE_FEED);
    this.#keep(chunk.subarray(0, first === -1 ? chunk.length : first));
    if (first === -1) return [];
    const block = this.#block(chunk.subarray(first, last + 1));
    this.#keep(chunk.subarray(last + 1));
    return [block];
  }

  /** The last line, when no line end follows it. */
  rest(): readonly Block[] {
    return this.#begunBytes === 0 ? [] : [this.#block(Buffer.of(LINE_FEED))];
  }

  /** Keeps the start of a line, but no more of it than shows that it is too long. */
  #keep(bytes: Buffer): void {
    const kept = bytes.subarray(0, MOST_LINE_BYTES + 1 - this.#begunBytes);
    if (kept.length > 0) this.#begun.push(kept);
    this.#begunBytes += kept.length;
  }

  /** The line that was begun, with the bytes that end it and the lines after it. */
  #block(ending: Buffer): Block {
    const { length } = ending;
    const bytes = new Uint8Array(new ArrayBuffer(this.#begunBytes + length + PADDING_BYTES), 0, this.#begunBytes + length);
    let size = 0;
    for (const piece of [...this.#begun, ending]) {
      bytes.set(piece, size);
      size += piece.length;
    }
    const line = this.#line;
    for (let at = ending.indexOf(LINE_FEED); at !== -1; at = ending.indexOf(LINE_FEED, at + 1)) this.#line += 1;
    [this.#begun, this.#begunBytes] = [[], 0];
    return { line, readBytes: this.#readBytes, bytes };
  }
}
