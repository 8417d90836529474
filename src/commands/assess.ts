import { assess as assessmentOf } from '../engine/assess.ts';
import { MOST_ANSWER_BYTES, readInput, STANDARD_INPUT } from '../files/read.ts';
import { type AnswersRead, checkAnswers, type GivenAnswer, readAnswers } from '../language/answers.ts';
import { shorten, validNames } from '../language/nearest.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Problem } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { inSight } from '../report/help.ts';
import { declareFlags } from './assess-flags.ts';
import { speech } from './language.ts';
import { writeResult } from './result.ts';
import type { Verb } from './verb.ts';

interface Flags {
  readonly answers?: string;
  readonly partial?: boolean;
  readonly explain?: string;
}

/** Asks the questions, or takes answers from a file and flags, and reports the suggested level of care. */
export const assess: Verb = async (command, surroundings) => {
  const { host } = surroundings;
  const spoken = await speech(surroundings);
  const given = declareFlags(command, spoken, surroundings);
  return async () => {
    const flags = command.opts<Flags>();
    checkLevel(spoken.ruleSet, flags.explain);
    if (flags.answers === undefined && given().length === 0) {
      const { ask } = await import('./ask.ts');
      return ask(host, spoken, command);
    }
    await writeResult(host, spoken, await answersGiven(host, spoken.ruleSet, flags, given()), command);
    return 0;
  };
};

/** The level that `--explain` names is looked at before the first question, not after the last. */
function checkLevel({ levels }: RuleSet, level: string | undefined): void {
  const ids = levels.map(({ id }) => id);
  if (level === undefined || ids.includes(level)) return;
  const help = validNames(level, ids);
  throw new InvalidInput([{ code: 'unknown-level', severity: 'error', message: `there is no level \`${shorten(level)}\``, ...(help !== undefined && { help }) }]);
}

/** The answers of the file, with those of the flags over them. */
async function answersGiven(host: Host, ruleSet: RuleSet, { answers: file, partial = false }: Flags, given: readonly GivenAnswer[]): Promise<Answers> {
  const fromFile = file === undefined ? nothing : await readAnswerFile(host, ruleSet, file);
  const fromFlags = checkAnswers(ruleSet, given, { partial: true });
  const all = { ...answersIn(fromFile), ...answersIn(fromFlags) };
  const together = checkAnswers(ruleSet, Object.entries(all).map(([question, value]) => ({ question, value })), { partial });
  const readable = fromFile.ok && fromFlags.ok;
  if (readable && together.ok) return together.value;
  const wrong = (readable ? [together] : [fromFile, fromFlags]).flatMap((read) => (read.ok ? [] : read.problems));
  throw new InvalidInput([...emergencyIn(ruleSet, all), ...wrong]);
}

function answersIn(read: AnswersRead): Answers {
  return read.ok ? read.value : (read.valid ?? {});
}

/** That some of the answers are wrong or missing keeps nobody from help. */
function emergencyIn(ruleSet: RuleSet, known: Answers): readonly Problem[] {
  const { urgency, contacts } = assessmentOf(ruleSet, known);
  if (urgency !== 'emergency') return [];
  return [{ code: 'unanswered', severity: 'warning', message: 'the answers given point to an emergency', help: inSight(contacts) }];
}

const nothing: AnswersRead = { ok: true, value: {} };

/** Problems name the place, and leave out the line that stands there: it can hold all the answers of a person. */
async function readAnswerFile(host: Host, ruleSet: RuleSet, file: string): Promise<AnswersRead> {
  const text = await readInput(host, file, MOST_ANSWER_BYTES);
  if (!text.ok) return text;
  const read = await readAnswers(ruleSet, text.value, file === '-' ? STANDARD_INPUT : file, { partial: true });
  return read.ok ? read : { ...read, problems: read.problems.map(withoutLine) };
}

function withoutLine(problem: Problem): Problem {
  return problem.place === undefined ? problem : { ...problem, place: { ...problem.place, text: '' } };
}
