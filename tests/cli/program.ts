import path from 'node:path';
import { execa } from 'execa';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const BIN = path.join(ROOT, 'bin/level-of-care.js');

/** Plain surroundings, so that a test means the same on every machine. */
const ENV = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LANG: 'C.UTF-8' };

export interface Ended {
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command line gets: standard input, a folder, the environment beside the least that it needs. */
export interface Given {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The program from its source, within the test, which is ten times as fast and counts for coverage and mutations;
 * `npm run test:hostile` runs the same tests on the built program.
 */
export async function levelOfCare(args: readonly string[], given: Given = {}): Promise<Ended> {
  return process.env['BUILT'] === '1' ? built(args, given) : (await import('./on-source.ts')).onSource(args, ROOT, given);
}

/** The built program, with nobody at the terminal unless input is given. Exit codes are results here, not errors. */
export async function built(args: readonly string[], given: Given = {}): Promise<Ended> {
  const { input, cwd = ROOT, env = {} } = given;
  const stdin = input === undefined ? ({ stdin: 'ignore' } as const) : { input };
  const { exitCode, signal, stdout, stderr } = await execa(process.execPath, [BIN, ...args], { ...stdin, cwd, extendEnv: false, reject: false, env: { ...ENV, ...env } });
  return { exitCode, signal, stdout, stderr };
}

/** Answers that get intensive outpatient care, by the hand of the rule set's first issue. */
export const MODERATE = {
  age: 'adult',
  safety: 'none',
  severity: 'moderate',
  detox: 'none',
  medical: 'stable',
  home: 'stable',
  support: 'strong',
  motivation: 'ready',
  history: 'outpatient',
  schedule: 'evenings',
};
