import { lstatSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import { cannotWrite, systemCode } from './failure.ts';
import { isInput } from './inputs.ts';

/** Where results go: standard output, or a file that appears whole or not at all. */
export interface Output {
  write(data: string | Uint8Array): Promise<void>;
  /** Everything is written: the file takes its name, and is safe on the disk. */
  keep(): Promise<void>;
  /** Nothing is kept of a file that is not finished. */
  discard(): Promise<void>;
}

/**
 * Opens standard output (no file, or `-`) or a file. A file is written beside its final place, readable by its owner
 * alone whatever stood there before, and renamed at the end. A link or a device is never written through.
 */
export async function openOutput(host: Host, file: string | undefined): Promise<Output> {
  return file === undefined || file === '-' ? standardOutput(host) : fileOutput(host, file);
}

/** Writes one text, whole or not at all. */
export async function writeOutput(host: Host, file: string | undefined, text: string): Promise<void> {
  const output = await openOutput(host, file);
  try {
    await output.write(text);
    await output.keep();
  } finally {
    await output.discard();
  }
}

/** Resolves when the stream has taken the data; rejects when it cannot, as with a full disk or a closed pipe. */
export function writeAll(stream: NodeJS.WritableStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => (error ? reject(error) : resolve()));
  });
}

/** Turns a failure to write into a problem. A closed pipe stays what it is, since nobody is left to read of it. */
async function guard<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw systemCode(error) === 'EPIPE' || error instanceof InvalidInput ? error : new InvalidInput([cannotWrite(file, error)]);
  }
}

function standardOutput(host: Host): Output {
  return {
    write: (data) => guard('<stdout>', () => toStandardOutput(host, data)),
    keep: async () => {},
    discard: async () => {},
  };
}

async function toStandardOutput(host: Host, data: string | Uint8Array): Promise<void> {
  const rest = host.stdoutDescriptor === undefined ? data : writeDirectly(host.stdoutDescriptor, data);
  if (rest.length > 0) await writeAll(host.stdout, rest);
}

/** Writes what the system takes without waiting, and gives back the rest. */
function writeDirectly(descriptor: number, data: string | Uint8Array): Uint8Array {
  let rest: Uint8Array = Buffer.from(data);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (systemCode(error) !== 'EAGAIN') throw error;
  }
  return rest;
}

async function fileOutput(host: Host, file: string): Promise<Output> {
  if (file === '') throw new InvalidInput([{ code: 'cannot-write', severity: 'error', message: 'the file to write has no name', help: 'name a file, or leave `--output` out' }]);
  // From here on a signal is heard, so that the unfinished file is removed before the program ends.
  host.signal.throwIfAborted();
  const target = path.resolve(host.cwd, file);
  // Most runs write no file, and would load these for nothing.
  const [{ randomUUID }, { open, rename, rm }] = await Promise.all([import('node:crypto'), import('node:fs/promises')]);
  const unfinished = path.join(path.dirname(target), `.level-of-care-${randomUUID()}`);
  const handle = await guard(file, async () => {
    refuseOddTarget(host, target, file);
    return open(unfinished, 'wx', 0o600);
  });
  let finished = false;
  return {
    write: (data) => guard(file, () => handle.appendFile(data)),
    keep: () =>
      guard(file, async () => {
        await handle.sync();
        await handle.close();
        refuseOddTarget(host, target, file);
        await rename(unfinished, target);
        finished = true;
      }),
    discard: async () => {
      if (finished) return;
      await handle.close().catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
}

function refuseOddTarget(host: Host, target: string, file: string): void {
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (isInput(host, there)) {
    const problem = { code: 'cannot-write', severity: 'error', message: `\`${file}\` is what is read, and would be lost`, help: 'name another file' } as const;
    throw new InvalidInput([problem]);
  }
  if (there.isFile()) return;
  const what = there.isSymbolicLink() ? 'a symbolic link' : there.isDirectory() ? 'a folder' : 'a device or a pipe';
  const help = 'name a new or an ordinary file, or leave `--output` out to write to standard output';
  throw new InvalidInput([{ code: 'cannot-write', severity: 'error', message: `\`${file}\` is ${what}, and output goes to ordinary files only`, help }]);
}
