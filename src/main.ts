import { constants } from 'node:os';
import path from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { run } from './commands/run.ts';
import type { Host } from './model/host.ts';

/** The exit code of a mistake in the program itself (`EX_SOFTWARE` of sysexits.h). */
const MISTAKE = 70;

/** How a version of V8 is told to compile for speed ten to twenty times later than usual; later versions gain nothing by it. */
const COMPILE_LATER: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1320000',
  12: '--invocation-count-for-turbofan=30000',
};

const packageFolder = path.dirname(import.meta.dirname);
let stopping: AbortController | undefined;

/** Streams are opened when they are asked for: each takes Node some time. */
const host: Host = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return quiet(process.stdout);
  },
  get stderr() {
    return quiet(process.stderr);
  },
  // A Windows terminal takes text from its stream alone.
  ...(process.platform === 'win32' ? {} : { stdoutDescriptor: 1 }),
  env: process.env,
  cwd: process.cwd(),
  compileLater,
  today: today(),
  /** A command that asks for the signal stops by itself; any other ends at once, as programs do. */
  get signal() {
    stopping ??= listenForSignals();
    return stopping.signal;
  },
};

process.on('uncaughtException', crash);

void start();

async function start(): Promise<void> {
  try {
    const code = await run({ host, packageFolder, argv: process.argv.slice(2), version: packageFile.version });
    process.exitCode = stopping?.signal.aborted ? codeOf(stopping.signal.reason) : code;
  } catch (error) {
    if (stopping?.signal.aborted) process.exitCode = codeOf(stopping.signal.reason);
    else crash(error);
  }
}

/** A failed write is reported to whoever wrote; unheard, its event would end the program with a stack. */
function quiet(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listenerCount('error') === 0 ? stream.on('error', () => {}) : stream;
}

/** The day, in UTC; `SOURCE_DATE_EPOCH`, in seconds, stands in for the clock where it is set. */
function today(): string {
  const seconds = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return new Date(/^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : Date.now()).toISOString().slice(0, 10);
}

/** In a third of a second, which a rule set takes to be read and checked, compiling for speed costs more than it gains. */
function compileLater(): void {
  const flag = COMPILE_LATER[process.versions.v8.split('.', 1).join()];
  if (flag !== undefined) process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}

function listenForSignals(): AbortController {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort(name));
  return controller;
}

function codeOf(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): number {
  return 128 + constants.signals[signal];
}

/** A mistake in the program: one line, without the message of the error, which could hold an answer. */
function crash(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const detail = process.env['LEVEL_OF_CARE_DEBUG'] === '1' && error instanceof Error ? `\n${error.stack}` : '';
  const line = `level-of-care: something went wrong in the program (${name}); set LEVEL_OF_CARE_DEBUG=1 to see where${detail}\n`;
  process.stderr.write(line, () => process.exit(MISTAKE));
}
