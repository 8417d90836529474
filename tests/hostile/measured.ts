import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { execa } from 'execa';
import { folderWith } from '../cli/folder.ts';
import { BIN, type Ended, ROOT } from '../cli/program.ts';

/** The most that any input may cost. */
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 150;

interface Measured extends Ended {
  /** Processor time, so that a busy machine makes no difference. */
  readonly seconds: number;
  /** The most memory that was held at once. */
  readonly megabytes: number;
}

interface GivenHostile {
  readonly input?: string | Uint8Array | Readable;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const MEASURE = `import { writeFileSync } from 'node:fs';
process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
writeFileSync(process.env.MEASURE_FILE, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })); });`;

/** Runs the built program, and tells what it cost. */
export async function measured(args: readonly string[], { input, cwd = ROOT, env = {} }: GivenHostile = {}): Promise<Measured> {
  const file = path.join(folderWith(), 'measure');
  const surroundings = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LANG: 'C.UTF-8', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MEASURE)}`, MEASURE_FILE: file, ...env };
  const stdin = input === undefined ? ({ stdin: 'ignore' } as const) : { input };
  const { exitCode, signal, stdout, stderr } = await execa(process.execPath, [BIN, ...args], { ...stdin, cwd, extendEnv: false, reject: false, env: surroundings });
  return { exitCode, signal, stdout, stderr, ...(JSON.parse(readFileSync(file, 'utf8')) as { seconds: number; megabytes: number }) };
}

/** What of the cost is too much. */
export function tooDear({ seconds, megabytes }: Measured, what: string): readonly string[] {
  return [
    ...(seconds < MOST_SECONDS ? [] : [`${what}: ${seconds.toFixed(1)} s`]),
    ...(megabytes < MOST_MEGABYTES ? [] : [`${what}: ${megabytes.toFixed(0)} MB`]),
  ];
}

/** Runs the jobs, two at a time, and gathers what they find. */
export async function gathered<T>(jobs: readonly T[], run: (job: T) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  const left = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) found.push(...(await run(job)));
  };
  await Promise.all([work(), work()]);
  return found;
}
