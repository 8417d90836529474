import { lstatSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Problem } from '../model/problem.ts';
import { cannotWrite, systemCode } from './failure.ts';

/** Whether something has this name, be it only a link that leads nowhere. */
export function isThere(host: Host, file: string): boolean {
  return lstatSync(path.resolve(host.cwd, file), { throwIfNoEntry: false }) !== undefined;
}

/** Writes files by their names: all of them, or none when one is there already. Nothing is ever overwritten. */
export async function writeNewFiles(host: Host, texts: ReadonlyMap<string, string>): Promise<void> {
  const files = [...texts.keys()];
  const taken = files.filter((file) => isThere(host, file));
  if (taken.length > 0) throw new InvalidInput(taken.map(thereAlready));
  const written: string[] = [];
  try {
    for (const [file, text] of texts) {
      const target = path.resolve(host.cwd, file);
      // The flag refuses a file that came in the meantime.
      await writeFile(target, text, { flag: 'wx' });
      written.push(target);
    }
  } catch (error) {
    const failed = files[written.length] as string;
    // A file that was cut short, as by a full disk, is ours to remove; one that came in the meantime is not.
    const ours = systemCode(error) === 'EEXIST' ? written : [...written, path.resolve(host.cwd, failed)];
    await Promise.all(ours.map((target) => rm(target, { force: true })));
    throw new InvalidInput([cannotWrite(failed, error)]);
  }
}

/** A file of this name is there, and stays as it is. */
export function thereAlready(file: string): Problem {
  return { code: 'cannot-write', severity: 'error', message: `\`${file}\` is there already`, help: 'choose another name: nothing is overwritten' };
}
