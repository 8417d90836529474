import widthOf from 'fast-string-width';
import { visible } from '../messages/visible.ts';
import type { Answers } from '../model/answers.ts';
import type { Place, Problem, Severity } from '../model/problem.ts';

/** How much of a long line is shown around the place that is meant, in characters; it fits a screen of 80 columns. */
const EXCERPT_CHARACTERS = 72;

/**
 * Problems as text, each as `file:line:column: message`, the line itself with a caret under the place, a witness that
 * can be pasted into a case, what a second one changes of it, and advice.
 */
export function problemsText(problems: readonly Problem[], labels: Labels = { error: 'error', warning: 'warning', note: 'note', help: 'help' }): string {
  return problems.map((problem) => problemText(problem, labels)).join('');
}

/** What stands before a problem, and before advice. */
type Labels = Readonly<Record<Severity | 'help', string>>;

function problemText(problem: Problem, labels: Labels): string {
  const { place, witness, change, help } = problem;
  const lines = [
    `${heading(problem, labels)}${visible(problem.message)}`,
    ...(place === undefined ? [] : excerpt(place)),
    ...(witness === undefined ? [] : [`  answers: ${witnessText(witness)}`]),
    ...(change === undefined ? [] : [`  changed: ${witnessText(change)}`]),
    ...(help === undefined ? [] : [`  ${labels.help}: ${visible(help)}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function heading({ severity, place }: Problem, labels: Labels): string {
  if (place === undefined) return `${labels[severity]}: `;
  const where = `${visible(place.file)}:${place.line}:${place.column}: `;
  return severity === 'error' ? where : `${where}${labels[severity]}: `;
}

/** The line, cut to the part around the column, and a caret below; nothing where the line is kept back. */
export function excerpt({ text, column }: Place): string[] {
  if (text.trim() === '') return [];
  const start = Math.max(0, Math.min(column - 1 - EXCERPT_CHARACTERS / 2, text.length - EXCERPT_CHARACTERS));
  const before = `${start > 0 ? '…' : ''}${shown(text.slice(start, column - 1))}`;
  const after = `${shown(text.slice(column - 1, start + EXCERPT_CHARACTERS))}${start + EXCERPT_CHARACTERS < text.length ? '…' : ''}`;
  return [`  ${before}${after}`.trimEnd(), `  ${' '.repeat(widthOf(before))}^`];
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', ' '));
}

/** Answers in one line of YAML, as a case holds them. */
export function witnessText(answers: Answers): string {
  return `{ ${pairTexts(answers).join(', ')} }`;
}

/** Each answer with its question, in YAML. */
export function pairTexts(answers: Answers): readonly string[] {
  return Object.entries(answers).map(([question, answer]) => visible(`${word(question)}: ${typeof answer === 'object' ? `[${answer.map(word).join(', ')}]` : word(answer)}`));
}

/** An id that YAML would take for something else than a text is put in quotes. */
function word(id: string | number): string {
  return ['null', 'true', 'false'].includes(String(id)) ? `"${id}"` : String(id);
}
