import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../model/host.ts';
import type { Read } from '../model/problem.ts';
import { cannotRead, refused } from './failure.ts';
import { noteInput, noteStandardInput } from './inputs.ts';
import { decode } from './utf-8.ts';

/** The largest rule set that is read, in bytes. */
export const MOST_RULE_BYTES = 4 * 1024 * 1024;
/** The largest file of cases that is read, in bytes. */
export const MOST_CASE_BYTES = 8 * 1024 * 1024;
/** The largest file of one person's answers that is read, in bytes. */
export const MOST_ANSWER_BYTES = 1024 * 1024;

/** What standard input is called in messages. */
export const STANDARD_INPUT = '<stdin>';

/** The text of a file, or of standard input for `-`. Reads no more than `mostBytes` and one chunk, whatever the size. */
export async function readInput(host: Host, file: string, mostBytes: number): Promise<Read<string>> {
  if (file === '-') noteStandardInput(host);
  return file === '-' ? readStream(host.stdin, STANDARD_INPUT, mostBytes) : readFile(host, file, mostBytes);
}

/** The text of a file, whose relative path starts from the host's folder. Problems name the file as it is given. */
export function readFile(host: Pick<Host, 'cwd'>, file: string, mostBytes: number): Read<string> {
  try {
    noteInput(host, file);
    const bytes = bytesOf(path.resolve(host.cwd, file), mostBytes);
    return bytes === undefined ? tooLarge(file, mostBytes) : decode(bytes, file);
  } catch (error) {
    return { ok: false, problems: [cannotRead(file, error)] };
  }
}

async function readStream(stream: NodeJS.ReadableStream, name: string, mostBytes: number): Promise<Read<string>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > mostBytes) return tooLarge(name, mostBytes);
    }
    return decode(Buffer.concat(chunks), name);
  } catch (error) {
    return { ok: false, problems: [cannotRead(name, error)] };
  }
}

/** The bytes of a file, a named pipe or a device; undefined when there are more than `mostBytes`. */
function bytesOf(file: string, mostBytes: number): Buffer | undefined {
  const descriptor = openSync(file, 'r');
  try {
    if (fstatSync(descriptor).size > mostBytes) return undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    while (size <= mostBytes) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks, size);
      chunks.push(chunk.subarray(0, length));
      size += length;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

function tooLarge(file: string, mostBytes: number): Read<never> {
  const most = `${mostBytes / 1024 / 1024} MiB`;
  return refused({ code: 'too-large', severity: 'error', message: `\`${file}\` is larger than ${most}`, help: `this program reads at most ${most} of it` });
}
