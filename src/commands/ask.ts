import { fstatSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { isThere, thereAlready } from '../files/new-files.ts';
import { openOutput, writeOutput } from '../files/output.ts';
import type { InterviewEnd, InterviewOptions } from '../interview/interview.ts';
import { inWords } from '../messages/problem-words.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import type { Question, RuleSet } from '../model/rule-set.ts';
import { coloursFor } from './colours.ts';
import { formatOf } from './format.ts';
import type { Speech } from './language.ts';
import { RESULT_FORMATS, summaryFor, writeResult } from './result.ts';

interface Flags {
  readonly plain?: true;
  readonly output?: string;
}

/** Asks for the answers in an interview, and reports the result; gives the exit code. */
export async function ask(host: Host, speech: Speech, command: Command): Promise<number> {
  const { ruleSet, language } = speech;
  if (!canAsk(host)) throw noTerminal('there are no answers, and no terminal to ask for them', ruleSet);
  const { plain = false, output } = command.opts<Flags>();
  // Whether the file can be written is known before the first question, not after the last.
  await (await openOutput(host, output)).discard();
  const [{ interview }, { err }] = await Promise.all([import('../interview/interview.ts'), coloursFor(command)]);
  const end = await interview(host, ruleSet, {
    chalk: err,
    messages: language.messages,
    plain,
    show: (answers) => writeResult(host, speech, answers, command),
    ...saving(host, speech, command),
    ...(output !== undefined && output !== '-' && { file: path.resolve(host.cwd, output) }),
  });
  return exitCode(end, host, command, ruleSet);
}

/** A terminal to ask in, or lines that come in by a pipe or from a file. */
function canAsk({ stdin, stderr }: Host): boolean {
  if (stdin.isTTY) return stderr.isTTY;
  const { fd } = stdin as { readonly fd?: number };
  return fd === undefined || !fstatSync(fd).isCharacterDevice();
}

/** Saving is offered where the result is read on a screen. */
function saving(host: Host, speech: Speech, command: Command): Pick<InterviewOptions, 'save'> {
  if (!host.stdout.isTTY || !isToRead(command)) return {};
  return {
    save: async (file: string, answers: Answers) => {
      const target = path.resolve(host.cwd, file.replace(/^~(?=\/)/, host.env['HOME'] ?? '~'));
      if (isThere(host, target)) throw told(new InvalidInput([thereAlready(file)]), speech);
      const summary = await summaryFor(target, host, speech, answers, command);
      await writeOutput(host, target, summary).catch((error: unknown) => Promise.reject(told(error, speech)));
      return target;
    },
  };
}

/** The result is to be read at once: text that goes to no file. */
function isToRead(command: Command): boolean {
  return formatOf(command, RESULT_FORMATS) === 'text' && command.opts<Flags>().output === undefined;
}

/** Why it could not be written, in the words of the person. */
function told(error: unknown, { language: { problems: words } }: Speech): unknown {
  return error instanceof InvalidInput && words !== undefined ? new InvalidInput(error.problems.map((problem) => inWords(problem, words))) : error;
}

/**
 * Who leaves has made no mistake; but a file or a format for programs is waited for, and does not come, as after Ctrl-C.
 * On a terminal, the input ends because the person ends it, and needs no advice.
 */
function exitCode(end: InterviewEnd, { stdin }: Host, command: Command, ruleSet: RuleSet): number {
  if (end.kind === 'finished') return 0;
  if (end.kind === 'left') return isToRead(command) ? 0 : 128 + constants.signals.SIGINT;
  if (end.reason === 'input-ended' && stdin.isTTY) return 2;
  if (end.reason === 'input-ended') throw noTerminal('the input ended before the last answer', ruleSet);
  if (end.reason === 'no-answers') throw noTerminal('the lines that came in are no answers', ruleSet);
  return 128 + constants.signals[end.reason];
}

function noTerminal(message: string, ruleSet: RuleSet): InvalidInput {
  const flag = `--${(ruleSet.questions[0] as Question).id}`;
  const help = `use a terminal, \`--answers FILE\` (\`-\` for JSON or YAML on standard input), or a flag for each question, such as \`${flag}\``;
  return new InvalidInput([{ code: 'no-terminal', severity: 'error', message, help }]);
}
