import type { Command } from 'commander';
import { writeOutput } from '../files/output.ts';
import { type ManualCommand, manualPage } from '../report/manual.ts';
import { examples, examplesOf, type Verb } from './verb.ts';

/** Prints the manual page, made from the same declarations as the help. */
export const manual: Verb = (command, { host }, programFor) => {
  examples(command, ['level-of-care manual | man -l -', 'level-of-care manual > level-of-care.1', 'man level-of-care']);
  return async () => {
    const program = await programFor();
    const page = { name: program.name(), version: program.version() as string, description: program.description(), commands: leaves(program).map(described) };
    await writeOutput(host, undefined, manualPage(page));
    return 0;
  };
};

/** The commands that do something, rather than hold others. */
function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

function described(command: Command): ManualCommand {
  const help = command.createHelp();
  return {
    usage: help.commandUsage(command),
    summary: command.summary(),
    arguments: help.visibleArguments(command).map((argument) => ({ term: help.argumentTerm(argument), text: help.argumentDescription(argument) })),
    flags: help.visibleOptions(command).map((option) => ({ term: help.optionTerm(option), text: help.optionDescription(option) })),
    examples: examplesOf(command),
  };
}
