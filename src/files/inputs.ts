import { fstatSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Host } from '../model/host.ts';

/** The files that were read for a host, as the disk knows them, whatever they are called. */
const inputs = new WeakMap<object, Set<string>>();

/** Remembers that a file is read, so that no output takes its place. Whoever reads it tells of a file that cannot be read. */
export function noteInput(host: Pick<Host, 'cwd'>, file: string): void {
  try {
    note(host, statSync(path.resolve(host.cwd, file)));
  } catch {}
}

/** The same for standard input, which can be a file too. */
export function noteStandardInput(host: Host): void {
  // Only the stream of a process has a descriptor.
  const { fd } = host.stdin as { readonly fd?: number };
  if (fd !== undefined) note(host, fstatSync(fd));
}

export function isInput(host: object, stats: Stats): boolean {
  return inputs.get(host)?.has(nameOf(stats)) ?? false;
}

function note(host: object, stats: Stats): void {
  if (!stats.isFile()) return;
  const known = inputs.get(host) ?? new Set();
  inputs.set(host, known.add(nameOf(stats)));
}

function nameOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
