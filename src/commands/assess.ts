import { type Command, Option } from 'commander';
import { MOST_ANSWER_BYTES, readInput, STANDARD_INPUT } from '../files/read.ts';
import { checkAnswers, type GivenAnswer, readAnswers } from '../language/answers.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Problem, type Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { declareAnswers } from './answer-flags.ts';
import { declareFormat } from './format.ts';
import { RESULT_FORMATS, writeResult } from './result.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, valid, type Verb } from './verb.ts';

interface Flags {
  readonly answers?: string;
  readonly partial?: boolean;
}

/** Asks the questions, or takes answers from a file and flags, and reports the suggested level of care. */
export const assess: Verb = async (command, surroundings) => {
  const { host } = surroundings;
  const ruleSet = await ruleSetInUse(surroundings);
  declare(command);
  const given = declareAnswers(command, ruleSet);
  return async () => {
    const flags = command.opts<Flags>();
    if (flags.answers === undefined && given().length === 0) {
      const { ask } = await import('./ask.ts');
      return ask(host, ruleSet, command);
    }
    await writeResult(host, ruleSet, await answersGiven(host, ruleSet, flags, given()), command);
    return 0;
  };
};

function declare(command: Command): void {
  examples(command, [
    'level-of-care assess',
    'level-of-care assess --answers answers.json --json',
    "echo 'severity: moderate' | level-of-care assess --answers - --partial",
  ]);
  declareFormat(declareRules(command), RESULT_FORMATS)
    .option('--answers <file>', 'read answers from a JSON or YAML file, or from standard input (-); a FHIR QuestionnaireResponse is taken too')
    .option('--partial', 'allow missing answers: the result is the range of levels still possible')
    .option('--output <file>', 'write the result to a file that only you can read')
    .option('--plain', 'ask in plain numbered lines')
    .addOption(new Option('--lang <language>', 'the language of the questions and the result').choices(['en']).default('en'))
    .addHelpText(
      'after',
      '\nA flag for a question goes over the file. Flags stay in the history of the shell, and others on this\ncomputer can see them; a file or standard input is more private.',
    );
}

/** The answers of the file, with those of the flags over them. */
async function answersGiven(host: Host, ruleSet: RuleSet, { answers: file, partial = false }: Flags, given: readonly GivenAnswer[]): Promise<Answers> {
  const fromFile = file === undefined ? nothing : await readAnswerFile(host, ruleSet, file);
  const fromFlags = checkAnswers(ruleSet, given, { partial: true });
  if (!fromFile.ok || !fromFlags.ok) throw new InvalidInput([fromFile, fromFlags].flatMap((read) => (read.ok ? [] : read.problems)));
  const together = Object.entries({ ...fromFile.value, ...fromFlags.value }).map(([question, value]) => ({ question, value }));
  return valid(checkAnswers(ruleSet, together, { partial }));
}

const nothing: Read<Answers> = { ok: true, value: {} };

/** Problems name the place, and leave out the line that stands there: it can hold all the answers of a person. */
async function readAnswerFile(host: Host, ruleSet: RuleSet, file: string): Promise<Read<Answers>> {
  const text = await readInput(host, file, MOST_ANSWER_BYTES);
  if (!text.ok) return text;
  const read = await readAnswers(ruleSet, text.value, file === '-' ? STANDARD_INPUT : file, { partial: true });
  return read.ok ? read : { ok: false, problems: read.problems.map(withoutLine) };
}

function withoutLine(problem: Problem): Problem {
  return problem.place === undefined ? problem : { ...problem, place: { ...problem.place, text: '' } };
}
