import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { assess } from '../engine/assess.ts';
import { writeOutput } from '../files/output.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { jsonText } from '../report/json.ts';
import { coloursFor } from './colours.ts';
import { formatOf } from './format.ts';

/** The width of text that goes to a file or a pipe. */
const WIDTH_COLUMNS = 80;

/** How a result can be written besides text and JSON. */
export const RESULT_FORMATS = ['fhir'] as const;

/** Assesses the answers and writes the result where, and as, the flags say. */
export async function writeResult(host: Host, ruleSet: RuleSet, answers: Answers, command: Command): Promise<void> {
  const { output } = command.opts<{ readonly output?: string }>();
  await writeOutput(host, output, await formatted(host, ruleSet, answers, command, output));
}

async function formatted(host: Host, ruleSet: RuleSet, answers: Answers, command: Command, file: string | undefined): Promise<string> {
  switch (formatOf(command, RESULT_FORMATS)) {
    case 'text':
      return resultText(host, ruleSet, answers, command, file);
    case 'json':
      return jsonText(assess(ruleSet, answers));
    case 'fhir':
      return resultFhir(host, ruleSet, answers);
  }
}

/** The result for a health record. Its parts bear new names, so that the results of two people are never taken for one. */
async function resultFhir({ today }: Host, ruleSet: RuleSet, answers: Answers): Promise<string> {
  const [{ assessmentBundle }, { en }] = await Promise.all([import('../report/fhir/bundle.ts'), import('../messages/en.ts')]);
  const ids = { response: randomUUID(), riskAssessment: randomUUID() };
  return jsonText(assessmentBundle({ ruleSet, assessment: assess(ruleSet, answers), messages: en, today }, ids));
}

/** The result as text: as wide and as colourful as the screen allows, or plain for a file. */
export async function resultText(host: Host, ruleSet: RuleSet, answers: Answers, command: Command, file?: string): Promise<string> {
  const [{ assessmentText }, { en }, colours] = await Promise.all([import('../report/text.ts'), import('../messages/en.ts'), coloursFor(command)]);
  const onScreen = file === undefined || file === '-';
  const width = onScreen ? (host.stdout.columns ?? WIDTH_COLUMNS) : WIDTH_COLUMNS;
  return assessmentText(ruleSet, assess(ruleSet, answers), en, { width, chalk: onScreen ? colours.out : colours.none });
}
