import type { Host } from '../model/host.ts';
import type { Read } from '../model/problem.ts';
import { type Block, inputName, MOST_LINE_BYTES, readBlocks } from './blocks.ts';
import { refused } from './failure.ts';
import { decode } from './utf-8.ts';

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
  for await (const block of readBlocks(host, file)) yield linesOf(block, inputName(file));
}

/** The lines of a block. */
export function linesOf({ line, bytes }: Block, name: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    lines.push(lineAt(bytes, start, end, line + lines.length, name));
    start = end + 1;
  }
  return lines;
}

/** The line with this number, which stands in these bytes and ends before its line feed. */
export function lineAt(bytes: Uint8Array, start: number, end: number, line: number, name: string): Line {
  if (end - start > MOST_LINE_BYTES) return { line, text: tooLarge() };
  const last = bytes[end - 1] === CARRIAGE_RETURN && end > start ? end - 1 : end;
  return { line, text: decode(Buffer.from(bytes.buffer, bytes.byteOffset + start, last - start), name) };
}

function tooLarge(): Read<never> {
  return refused({ code: 'too-large', severity: 'error', message: `the line is longer than ${MOST_LINE_BYTES / 1024} KiB` });
}
