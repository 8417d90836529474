import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBuiltIn } from '../files/built-in.ts';
import type { Host } from '../model/host.ts';
import type { Surroundings } from './verb.ts';

/** Whether a word names a built-in rule set: it is the name of one, and of no file in the folder. */
export function meansBuiltIn({ cwd }: Pick<Host, 'cwd'>, name: string, folder = '.'): boolean {
  if (!isBuiltIn(name)) return false;
  const file = path.resolve(cwd, folder, name);
  return !existsSync(file) || statSync(file).isDirectory();
}

/** The rule-set file that a word names: one whose path starts from the folder, or else that of a built-in rule set. */
export function ruleSetPath(surroundings: Surroundings, name: string, folder?: string): string {
  if (meansBuiltIn(surroundings.host, name, folder)) return packaged(surroundings, `rules/${name}.yaml`);
  return folder === undefined || path.isAbsolute(name) ? name : path.join(folder, name);
}

/** The file of cases that a word names, or else the cases of a built-in rule set. */
export function casesPath(surroundings: Surroundings, name: string): string {
  return meansBuiltIn(surroundings.host, name) ? packaged(surroundings, `rules/${name}.cases.yaml`) : name;
}

/** The path of a file that comes with the program, such as `rules/adult.yaml`, from the host's folder where it lies below. */
export function packaged({ host, packageFolder }: Surroundings, file: string): string {
  const whole = path.join(packageFolder, file);
  const relative = path.relative(host.cwd, whole);
  return relative.startsWith('..') ? whole : relative;
}
