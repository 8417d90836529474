import type { ChalkInstance } from 'chalk';
import type { Command } from 'commander';

/** Colours for standard output, for standard error, and none. */
export interface Colours {
  readonly out: ChalkInstance;
  readonly err: ChalkInstance;
  readonly none: ChalkInstance;
}

/** Colours by `--no-color`, `NO_COLOR`, `FORCE_COLOR`, `TERM` and what the terminal can do. */
export async function coloursFor(command: Command): Promise<Colours> {
  const { Chalk } = await import('chalk');
  const screen = command.configureOutput();
  const wanted = command.optsWithGlobals<{ readonly color: boolean }>().color;
  const chalk = (hasColours = false): ChalkInstance => new Chalk({ level: wanted && hasColours ? 1 : 0 });
  return { out: chalk(screen.getOutHasColors?.()), err: chalk(screen.getErrHasColors?.()), none: chalk() };
}
