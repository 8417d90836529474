import type { Command, Option } from 'commander';
import { BUILT_IN } from '../files/built-in.ts';
import type { GivenAnswer } from '../language/answers.ts';
import { type Messages, say } from '../messages/messages.ts';
import { declareAnswers } from './answer-flags.ts';
import { declareFormat } from './format.ts';
import { declareLanguage, type Language, type Speech } from './language.ts';
import { RESULT_FORMATS } from './result.ts';
import { declareRules } from './rule-set-source.ts';
import { examples, type Surroundings } from './verb.ts';

const EXAMPLES = [
  'level-of-care assess',
  'level-of-care assess --answers answers.json --json',
  "echo 'severity: moderate' | level-of-care assess --answers - --partial",
];

/** Declares the flags of `assess` with their help, and gives back what was given by those of the questions. */
export function declareFlags(command: Command, { ruleSet, language }: Speech, surroundings: Surroundings): () => readonly GivenAnswer[] {
  const { messages } = language;
  examples(command, EXAMPLES, messages.usageExamples);
  declareLanguage(declareFormat(declareRules(command), RESULT_FORMATS), surroundings)
    .option('--answers <file>')
    .option('--partial')
    .option('--output <file>')
    .option('--explain <level>')
    .option('--plain');
  const purposes = purposesIn(messages);
  for (const option of command.options) option.description = purposes[option.attributeName()] as string;
  describe(command, language);
  return declareAnswers(command, ruleSet, messages);
}

/** The words of the help that are not about one flag. */
function describe(command: Command, { messages }: Language): void {
  const titles: Readonly<Record<string, string>> = { 'Usage:': messages.usageTitle, 'Options:': messages.usageOptions };
  command
    .description(messages.usageSummary)
    .usage(messages.usageFlags)
    .helpOption('-h, --help', messages.flagHelp)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionTerm: ({ flags }) => flags.replace(/<(\w+)>/, (_, name: string) => `<${placeholder(messages, name)}>`),
      optionDescription: (option) => `${option.description}${choicesOf(option, messages)}`,
    })
    .addHelpText('after', () => {
      const help = command.createHelp();
      return `\n${help.boxWrap(messages.usagePrivacy, command.configureOutput().getOutHelpWidth?.() ?? 80)}`;
    });
}

/** What each flag is for, by its name. */
function purposesIn(messages: Messages): Readonly<Record<string, string>> {
  return {
    rules: say(messages, 'flagRules', { names: BUILT_IN.join(', ') }),
    format: messages.flagFormat,
    json: messages.flagJson,
    answers: messages.flagAnswers,
    partial: messages.flagPartial,
    output: messages.flagOutput,
    explain: messages.flagExplain,
    plain: messages.flagPlain,
    lang: messages.flagLang,
  };
}

function choicesOf({ argChoices, defaultValue }: Option, messages: Messages): string {
  const notes = [
    ...(argChoices === undefined ? [] : [say(messages, 'usageChoices', { choices: argChoices.join(', ') })]),
    ...(defaultValue === undefined ? [] : [say(messages, 'usageDefault', { value: String(defaultValue) })]),
  ];
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** The name that stands for the value of a flag. */
function placeholder(messages: Messages, name: string): string {
  const names: Readonly<Record<string, string>> = {
    answer: messages.valueAnswer,
    file: messages.valueFile,
    format: messages.valueFormat,
    language: messages.valueLanguage,
    level: messages.valueLevel,
    rules: messages.valueRules,
  };
  return names[name] as string;
}
