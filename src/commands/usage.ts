import type { Command, CommanderError } from 'commander';
import { nearest, validNames } from '../language/nearest.ts';
import { InvalidInput } from '../model/problem.ts';

/** A command line that cannot be used, as a problem; undefined when help or the version was asked for. */
export function usageProblem(error: CommanderError, command: Command): InvalidInput | undefined {
  // The first quoted part of the library's message, without the value of a flag.
  const word = /'([^'=]*)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.unknownOption':
      return problem('unknown-flag', `there is no flag \`${word}\` here`, didYouMean(nearest(word, flagsOf(command))) ?? helpOf(command));
    case 'commander.unknownCommand':
      return problem('unknown-command', `there is no command \`${word}\``, validNames(word, command.commands.map((known) => known.name())) ?? helpOf(command));
    default:
      return problem('bad-usage', error.message.replace('error: ', '').replaceAll("'", '`'), nearestChoice(error.message) ?? helpOf(command));
  }
}

function problem(code: 'unknown-flag' | 'unknown-command' | 'bad-usage', message: string, help: string): InvalidInput {
  return new InvalidInput([{ code, severity: 'error', message, help }]);
}

function didYouMean(near: string | undefined): string | undefined {
  return near && `did you mean \`${near}\`?`;
}

/** The nearest of the values that a flag or an argument takes, as the library's message lists them. */
function nearestChoice(message: string): string | undefined {
  const [, value, choices] = /'([^']*)' is invalid.*Allowed choices are (.*)\.$/.exec(message) ?? [];
  return value === undefined || choices === undefined ? undefined : didYouMean(nearest(value, choices.split(', ')));
}

function flagsOf(command: Command): string[] {
  const options = [command, command.parent, command.parent?.parent].flatMap((level) => level?.options ?? []);
  return [...options.map((option) => option.long as string), '--help'];
}

function helpOf(command: Command): string {
  const names = [command.parent?.parent, command.parent, command].flatMap((level) => level?.name() ?? []);
  return `\`${names.join(' ')} --help\` shows what it takes`;
}
