import type { Command } from 'commander';
import { writeOutput } from '../files/output.ts';
import type { Answers } from '../model/answers.ts';
import type { Host } from '../model/host.ts';
import { jsonText } from '../report/json.ts';
import type { View } from '../report/view.ts';
import { coloursFor } from './colours.ts';
import { printedAssessment } from './explained.ts';
import { formatOf } from './format.ts';
import type { Speech } from './language.ts';

/** The width of text that goes to a file or a pipe. */
const WIDTH_COLUMNS = 80;

/** How a result can be written besides text and JSON. */
export const RESULT_FORMATS = ['markdown', 'html', 'fhir'] as const;

interface Flags {
  readonly output?: string;
  readonly explain?: string;
}

/** Assesses the answers and writes the result where, and as, the flags say. */
export async function writeResult(host: Host, speech: Speech, answers: Answers, command: Command): Promise<void> {
  const { output } = command.opts<Flags>();
  await writeOutput(host, output, await formatted(host, speech, answers, command));
}

/** The result as a page to keep: HTML or Markdown where the name of the file ends so, else text. */
export async function summaryFor(file: string, host: Host, speech: Speech, answers: Answers, command: Command): Promise<string> {
  const view = await viewOf(speech, answers, command);
  if (/\.html?$/i.test(file)) return html(view);
  return /\.(md|markdown)$/i.test(file) ? markdown(view) : text(host, view, command, file);
}

async function formatted(host: Host, speech: Speech, answers: Answers, command: Command): Promise<string> {
  const { output, explain } = command.opts<Flags>();
  switch (formatOf(command, RESULT_FORMATS)) {
    case 'text':
      return text(host, await viewOf(speech, answers, command), command, output);
    case 'markdown':
      return markdown(await viewOf(speech, answers, command));
    case 'html':
      return html(await viewOf(speech, answers, command));
    case 'json':
      return jsonText(await printedAssessment(speech.ruleSet, answers, explain));
    case 'fhir':
      return fhir(host, speech, answers);
  }
}

/** The result in the person's words. */
async function viewOf({ ruleSet, language }: Speech, answers: Answers, command: Command): Promise<View> {
  const { assessmentView } = await import('../report/view.ts');
  const assessment = await printedAssessment(ruleSet, answers, command.opts<Flags>().explain);
  return assessmentView({ ruleSet, assessment, messages: language.messages });
}

/** As wide and as colourful as the screen allows, or plain for a file. */
async function text(host: Host, view: View, command: Command, file: string | undefined): Promise<string> {
  const [{ assessmentText }, colours] = await Promise.all([import('../report/text.ts'), coloursFor(command)]);
  const onScreen = file === undefined || file === '-';
  const width = onScreen ? (host.stdout.columns ?? WIDTH_COLUMNS) : WIDTH_COLUMNS;
  return assessmentText(view, { width, chalk: onScreen ? colours.out : colours.none });
}

async function markdown(view: View): Promise<string> {
  return (await import('../report/markdown.ts')).assessmentMarkdown(view);
}

async function html(view: View): Promise<string> {
  return (await import('../report/html.ts')).assessmentHtml(view);
}

/** The result for a health record. Its parts bear new names, so that the results of two people are never taken for one. */
async function fhir({ today }: Host, { ruleSet, language: { messages } }: Speech, answers: Answers): Promise<string> {
  const [{ assessmentBundle }, { randomUUID }] = await Promise.all([import('../report/fhir/bundle.ts'), import('node:crypto')]);
  const ids = { response: randomUUID(), riskAssessment: randomUUID() };
  const assessment = await printedAssessment(ruleSet, answers, undefined);
  return jsonText(assessmentBundle({ ruleSet, assessment, messages, today }, ids));
}
