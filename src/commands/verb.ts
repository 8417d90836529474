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

/** What a whole run knows besides. */
export type RunSurroundings = Surroundings & { readonly version: string };

/** A verb of the program: it declares its arguments, flags and help on the command, and gives back what it then does. */
export type Verb = (command: Command, surroundings: Surroundings, programFor: ProgramFor) => Action | Promise<Action>;
/** The program with the flags of the verb that some words call; without words, with those of every verb. */
type ProgramFor = (words?: readonly string[]) => Promise<Command>;
type Action = () => Promise<number>;

/** The value that was read. Throws every problem that stood in the way. */
export function valid<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw new InvalidInput(read.problems);
}

const known = new WeakMap<Command, readonly string[]>();

/** The ways to call a command that its help begins with. */
export function examplesOf(command: Command): readonly string[] {
  return known.get(command) ?? [];
}

/** Help that begins with three ways to call the command. */
export function examples(command: Command, lines: readonly string[], heading = 'Examples:'): void {
  known.set(command, lines);
  command.addHelpText('before', `${heading}\n${lines.map((line) => `  $ ${line}\n`).join('')}`);
}
