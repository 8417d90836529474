import type { ChalkInstance } from 'chalk';
import { ladderLines } from './ladder.ts';
import { indented, item, type Lines, pageWidth, paragraph } from './layout.ts';
import type { LevelCard, Part, Section } from './section.ts';
import type { View } from './view.ts';

interface Page {
  /** Columns of a section's lines. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/**
 * A result for the person who answered, no wider than `width` or 80 columns. A screen shows the end of a long text, so
 * the next step and help stand last.
 */
export function assessmentText(view: View, { width, chalk }: Page): string {
  const page = { width: pageWidth(width) - 2, chalk };
  const sight = view.sight === undefined ? [] : [paragraph(view.sight, page.width + 2)];
  const parts = [...sight, ...onScreen(view.sections).map((section) => sectionLines(section, page))];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** In the order of a screen: the next step, with the result once more in short, moves to the end, before help. */
function onScreen(sections: readonly Section[]): readonly Section[] {
  const result = sections.filter(({ id }) => id === 'result' || id === 'why-urgent').flatMap(({ parts }) => parts);
  const short = result.some(({ kind }) => kind === 'lead') ? result.filter(({ kind }) => kind === 'lead' || kind === 'soon') : [];
  const isEmergency = sections[0]?.id === 'help-first' && sections[1]?.id === 'next';
  const next = sections.filter(({ id }) => id === 'next').map((section) => (isEmergency ? section : { ...section, parts: [...short, ...section.parts] }));
  return [...sections.filter(({ id }) => id !== 'next' && id !== 'help'), ...next, ...sections.filter(({ id }) => id === 'help')];
}

/** A heading over indented lines. */
function sectionLines({ heading, parts }: Section, page: Page): Lines {
  const lines = parts.flatMap((part, index) => [...(part.kind === 'ladder' && index > 0 ? [''] : []), ...partLines(part, page)]);
  return [...paragraph(heading, page.width).map((line) => page.chalk.bold.underline(line)), ...indented(lines)];
}

function partLines(part: Part, { width, chalk }: Page): Lines {
  switch (part.kind) {
    case 'lead':
      return paragraph(part.text, width).map((line) => chalk.bold(line));
    case 'text':
    case 'soon':
      return paragraph(part.text, width);
    case 'list':
      return part.items.flatMap(({ text, below }) => [...item('- ', text, width), ...(below === undefined ? [] : item('  ', below, width))]);
    case 'answers':
      return part.answers.flatMap(({ question, answer }) => [...item('- ', question, width), ...item('  = ', answer, width)]);
    case 'contacts':
      return part.contacts.flatMap(({ name, how }) => item('- ', `${name}: ${how}`, width));
    case 'ladder':
      return ladderLines(part, width);
    case 'levels':
      return part.levels.flatMap((level) => levelLines(level, width));
    case 'room':
      return part.labels.flatMap((label) => [...paragraph(`${label}:`, width), '_'.repeat(width), '_'.repeat(width)]);
  }
}

function levelLines({ name, place, remark, facts }: LevelCard, width: number): Lines {
  return [
    ...item('- ', `${name}: ${place}`, width),
    ...(remark === undefined ? [] : item('  ', remark, width)),
    ...facts.flatMap(({ label, text }) => item('  ', `${label}: ${text}`, width)),
  ];
}
