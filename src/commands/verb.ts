import type { Command } from 'commander';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Read } from '../model/problem.ts';

/** What a verb may use. */
export interface Surroundings {
  readonly host: Host;
  /** The folder of this package, which holds the built-in rule sets. */
  readonly packageFolder: string;
  /** The words of the command line. */
  readonly argv: readonly string[];
}

/** A verb of the program: it declares its arguments, flags and help on the command, and gives back what it then does. */
export type Verb = (command: Command, surroundings: Surroundings) => Action | Promise<Action>;
export type Action = () => Promise<number>;

/** The value that was read. Throws every problem that stood in the way. */
export function valid<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw new InvalidInput(read.problems);
}

/** Help that begins with three ways to call the command. */
export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText('before', `Examples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`);
}
