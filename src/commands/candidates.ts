import type { Argument, Command, Option } from 'commander';
import { BUILT_IN } from '../files/built-in.ts';
import { NOT_SURE, type Question, type RuleSet } from '../model/rule-set.ts';

/** A word that could stand next on a command line, and what it means. */
interface Candidate {
  readonly word: string;
  readonly about?: string;
}

export interface Candidates {
  readonly words: readonly Candidate[];
  /** The name of a file could stand there too. */
  readonly files: boolean;
}

const NOTHING = words([]);
const FILES: Candidates = { words: [], files: true };

/**
 * What could stand where `current` is being typed, after the words before it: the values of a flag, flags, commands, or
 * what an argument takes. The program is declared for these words, so it knows the flags of their command.
 */
export function candidates(program: Command, before: readonly string[], current: string, ruleSet: RuleSet): Candidates {
  const { command, rest } = commandIn(program, before, current);
  const flag = command.options.find((option) => isCalled(option, before.at(-1)));
  const found = flag !== undefined && takesValue(flag) ? valuesOf(flag, ruleSet) : others(program, command, rest, current, ruleSet);
  return { ...found, words: found.words.filter(({ word }) => word.startsWith(current)) };
}

/** The command that words lead to, and the words after its name. Where a flag comes first, it is a flag of `assess`. */
function commandIn(program: Command, before: readonly string[], current: string): { readonly command: Command; readonly rest: readonly string[] } {
  let command = program;
  let rest = before;
  for (let next = named(command, rest[0]); next !== undefined; next = named(command, rest[0])) {
    command = next;
    rest = rest.slice(1);
  }
  const isBare = command === program && (before[0] ?? current).startsWith('-');
  return { command: (isBare ? named(program, 'assess') : undefined) ?? command, rest };
}

function named(command: Command, name: string | undefined): Command | undefined {
  return command.commands.find((each) => each.name() === name);
}

function others(program: Command, command: Command, rest: readonly string[], current: string, ruleSet: RuleSet): Candidates {
  if (current.startsWith('-') && !rest.includes('--')) return words(flagsOf(program, command, rest));
  if (command.commands.length > 0 && rest.length > 0) return NOTHING;
  if (command.commands.length > 0) return words(command.commands.map((each) => ({ word: each.name(), about: each.summary() })));
  const argument = argumentAt(command, rest);
  return argument === undefined ? NOTHING : valuesOf(argument, ruleSet);
}

/** The flags that are not there yet, or may stand there again. */
function flagsOf(program: Command, command: Command, rest: readonly string[]): readonly Candidate[] {
  const open = [...command.options, ...program.options].filter((option) => option.variadic || !rest.some((word) => isCalled(option, word)));
  return [...open.map((option) => ({ word: option.long as string, about: option.description })), { word: '--help', about: 'display help for command' }];
}

function isCalled({ short, long }: Option, word: string | undefined): boolean {
  return word !== undefined && (word === long || word === short);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** The argument that stands next, after those that are there. */
function argumentAt(command: Command, rest: readonly string[]): Argument | undefined {
  const isValue = (place: number): boolean => command.options.some((option) => takesValue(option) && isCalled(option, rest[place - 1]));
  const given = rest.filter((word, place) => !word.startsWith('-') && !isValue(place)).length;
  const last = command.registeredArguments.at(-1);
  return command.registeredArguments[given] ?? (last?.variadic === true ? last : undefined);
}

/** What a flag or an argument takes: its choices, or what its name stands for. */
function valuesOf(taker: Option | Argument, ruleSet: RuleSet): Candidates {
  if (taker.argChoices !== undefined) return words(plain(taker.argChoices));
  const question = 'long' in taker ? ruleSet.questions.find(({ id }) => taker.long === `--${id}`) : undefined;
  if (question !== undefined) return words(answersTo(question));
  const name = 'long' in taker ? (/[<[]([a-z]+)/.exec(taker.flags)?.[1] ?? '') : taker.name();
  return BY_NAME.get(name)?.(ruleSet) ?? NOTHING;
}

/** What values can be, by the name that help gives them. */
const BY_NAME = new Map<string, (ruleSet: RuleSet) => Candidates>([
  ['level', ({ levels }) => words(levels.map(({ id, name }) => ({ word: id, about: name })))],
  ...['rules', 'cases', 'versions'].map((name) => [name, () => ({ words: plain(BUILT_IN), files: true })] as const),
  ['file', () => FILES],
]);

function answersTo(question: Question): readonly Candidate[] {
  const options = question.type === 'choice' ? question.options.map(({ id, text }) => ({ word: id, about: text })) : [];
  return question.notSure === undefined ? options : [...options, { word: NOT_SURE }];
}

function words(list: readonly Candidate[]): Candidates {
  return { words: list, files: false };
}

function plain(names: readonly string[]): readonly Candidate[] {
  return names.map((word) => ({ word }));
}
