import { visible } from '../../messages/visible.ts';
import type { Answers } from '../../model/answers.ts';
import type { Place } from '../../model/problem.ts';
import { paragraph } from '../layout.ts';
import { pairTexts } from '../problems.ts';

/** Answers that would show what no case shows yet, with what the engine makes of them. */
export interface SuggestedCase {
  readonly answers: Answers;
  /** What they would show. */
  readonly shows: { readonly kind: string; readonly rule?: string; readonly name: string; readonly side?: string };
  /** The case that they are nearest to, and the questions whose answers differ. */
  readonly near?: { readonly name: string; readonly place: Place; readonly changed: readonly string[] };
  readonly outcome: { readonly status: string; readonly level: string | null; readonly urgency: string; readonly decidedBy: readonly string[] };
}

/** Columns of a case file. */
const WIDTH_COLUMNS = 120;
const INDENT_COLUMNS = 8;

/**
 * Suggestions as cases to paste into a file. What to expect is left empty, which no case file may be: the author has to
 * say it, or the file is refused.
 */
export function suggestionsText(suggestions: readonly SuggestedCase[]): string {
  return suggestions.map((suggestion, index) => `\n${suggestionText(suggestion, index).join('\n')}\n`).join('');
}

function suggestionText({ answers, shows, near, outcome }: SuggestedCase, index: number): readonly string[] {
  const result = [outcome.level ?? outcome.status, outcome.urgency].join(', ');
  const decided = outcome.decidedBy.length > 0 ? `, decided by ${outcome.decidedBy.join(', ')}` : '';
  return [
    ...comment(`For ${purpose(shows)}.`),
    ...comment(`level-of-care says: ${result}${decided}. Confirm or correct it under \`expect\`, and name the case.`),
    `  - name: ${nameOf(answers, near, index)}`,
    '    answers:',
    '      {',
    ...filled(pairTexts(answers).join(',\n').split('\n')).map((line) => `${' '.repeat(INDENT_COLUMNS)}${line}`),
    '      }',
    '    expect: {}',
  ];
}

/** Lines with as many items as go into each; an item is never broken. */
function filled(items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ''} ${item}`;
    if (lines.length > 0 && longer.length <= WIDTH_COLUMNS - INDENT_COLUMNS) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines;
}

function comment(text: string): readonly string[] {
  return paragraph(visible(text), WIDTH_COLUMNS - '  # '.length).map((line) => `  # ${line}`);
}

function purpose({ kind, rule, name, side }: SuggestedCase['shows']): string {
  if (rule === undefined || kind === 'rule') return `${kind} \`${name}\``;
  return `rule \`${rule}\`, ${kind} \`${name}\`: turns on ${kind === 'edge' ? `\`${side}\`` : `it being ${side}`}`;
}

function nameOf(answers: Answers, near: SuggestedCase['near'], index: number): string {
  if (near === undefined) return `Someone new, ${index + 1}`;
  const changes = near.changed.map((question) => `${question} ${[answers[question]].flat().join(' and ')}`);
  return `Someone as in line ${near.place.line}, but with ${changes.join(' and ')}`;
}
