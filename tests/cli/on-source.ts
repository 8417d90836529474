import { createReadStream, openSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { vi } from 'vitest';
import { dispatch } from '../../src/commands/program.ts';
import { run } from '../../src/commands/run.ts';
import type { RunSurroundings } from '../../src/commands/verb.ts';
import type { Host } from '../../src/model/host.ts';
import { InvalidInput, type Problem } from '../../src/model/problem.ts';
import type { Ended, Given } from './program.ts';

interface OnScreen {
  /** Standard output is a terminal. */
  readonly screen?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs the program from its source within the test, as `src/main.ts` would, so that coverage and mutations can see it. */
export async function onSource(args: readonly string[], packageFolder: string, given: Given & OnScreen = {}): Promise<Ended> {
  return withSurroundings(args, packageFolder, given, run);
}

/** The problems for which a command line is refused, before they become text; none when it is not. */
export async function problemsOnSource(args: readonly string[], packageFolder: string, given: Given = {}): Promise<readonly Problem[]> {
  let problems: readonly Problem[] = [];
  await withSurroundings(args, packageFolder, given, async (surroundings) => {
    try {
      return await dispatch(surroundings);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems = error.problems;
      return 2;
    }
  });
  return problems;
}

async function withSurroundings(args: readonly string[], packageFolder: string, given: Given & OnScreen, act: (surroundings: RunSurroundings) => Promise<number>): Promise<Ended> {
  const { input, cwd = packageFolder, env = {}, screen = false, signal = new AbortController().signal } = given;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const host = {
    stdin: input === undefined ? nobody() : Readable.from([Buffer.from(input)]),
    stdout: Object.assign(stdout, { isTTY: screen }),
    stderr,
    env,
    cwd,
    today: new Date(env['SOURCE_DATE_EPOCH'] === undefined ? Date.now() : Number(env['SOURCE_DATE_EPOCH']) * 1000).toISOString().slice(0, 10),
    signal,
  } as unknown as Host;
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const [written, said] = [textOf(stdout), textOf(stderr)];
    const exitCode = await act({ host, packageFolder, argv: args, version: '1.0.0' });
    stdout.end();
    stderr.end();
    return { exitCode, signal: undefined, stdout: await written, stderr: await said };
  } finally {
    vi.unstubAllEnvs();
  }
}

let device: number | undefined;

/** Standard input when it is the null device. */
function nobody(): NodeJS.ReadableStream {
  device ??= openSync('/dev/null', 'r');
  return Object.assign(createReadStream('', { fd: device, autoClose: false }), { fd: device });
}

async function textOf(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').replace(/\n$/, '');
}
