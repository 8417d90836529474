import type { Comparison } from '../analysis/diff/diff.ts';
import type { Side } from '../analysis/diff/joint-question.ts';
import { answerIn } from '../analysis/diff/names.ts';
import { RecordsTally } from '../analysis/diff/records.ts';
import { type Line, readLines } from '../files/lines.ts';
import { STANDARD_INPUT } from '../files/read.ts';
import { checkAnswers, type GivenAnswer, givenIn } from '../language/answers.ts';
import { readJson } from '../language/json.ts';
import { Page } from '../language/page.ts';
import type { Answers } from '../model/answers.ts';
import type { RecordsEffect } from '../model/difference.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Problem, type Read } from '../model/problem.ts';
import { valid } from './verb.ts';

/** What becomes of the records of a file, one JSON object per line. A line may hold the names of either version. */
export async function recordsEffect(host: Host, file: string, comparison: Comparison): Promise<RecordsEffect> {
  const tally = new RecordsTally(comparison);
  const name = file === '-' ? STANDARD_INPUT : file;
  let lines = 0;
  for await (const chunk of readLines(host, file)) {
    lines += chunk.length;
    for (const line of chunk) takeLine(tally, comparison, name, line);
  }
  if (lines === 0) throw new InvalidInput([{ code: 'empty', severity: 'error', message: `there is no record in \`${name}\`` }]);
  return tally.effect(name);
}

function takeLine(tally: RecordsTally, comparison: Comparison, file: string, { line, text }: Line): void {
  const given = text.ok ? readGiven(text.value, file) : text;
  const id = given.ok ? given.value.find(({ question }) => question === 'id')?.value : undefined;
  const answers = given.ok ? answersOfBoth(comparison, given.value.filter(({ question }) => question !== 'id')) : given;
  if (answers.ok) tally.add({ line, id: typeof id === 'string' || typeof id === 'number' ? id : null }, answers.value);
  else for (const { code, message } of answers.problems.slice(0, 1)) tally.reject({ line, code, message });
}

function readGiven(text: string, file: string): Read<readonly GivenAnswer[]> {
  const page = new Page(text, file);
  const root = readJson(page);
  if (root !== undefined && root.kind !== 'map') page.refuse('wrong-type', root.start, 'a record is a map of questions to options');
  return page.clean ? { ok: true, value: givenIn(page, root) } : page.refused();
}

/** The answers that each version takes; a problem for every answer that neither takes. */
function answersOfBoth({ joint, names }: Comparison, given: readonly GivenAnswer[]): Read<Readonly<Record<Side, Answers>>> {
  const taken = { old: [] as GivenAnswer[], new: [] as GivenAnswer[] };
  const problems: Problem[] = [];
  for (const { question, value } of given) {
    const refusals = (['old', 'new'] as const).map((side): readonly Problem[] => {
      const answer = answerIn(side, names, question, value);
      const read = checkAnswers(joint.sides[side].original, [answer], { partial: true });
      if (!read.ok) return read.problems;
      if (taken[side].some((other) => other.question === answer.question)) problems.push(twice(question));
      taken[side].push(answer);
      return [];
    });
    if (refusals.every((refused) => refused.length > 0)) problems.push(...(refusals[1] as readonly Problem[]));
  }
  if (problems.length > 0) return { ok: false, problems };
  const answersOf = (side: Side): Answers => valid(checkAnswers(joint.sides[side].original, taken[side], { partial: true }));
  return { ok: true, value: { old: answersOf('old'), new: answersOf('new') } };
}

/** The old name of a question and the new one, with an answer each. */
function twice(question: string): Problem {
  return { code: 'duplicate-key', severity: 'error', message: `\`${question}\` has an answer under its other name, too` };
}
