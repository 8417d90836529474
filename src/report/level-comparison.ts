import type { ChalkInstance } from 'chalk';
import widthOf from 'fast-string-width';
import type { MessageKey, Messages } from '../messages/messages.ts';
import type { Level, RuleSet } from '../model/rule-set.ts';
import { crisisLines } from './help.ts';
import { indented, item, type Lines, pageWidth, paragraph } from './layout.ts';
import { levelName } from './words.ts';

/** What levels are compared by, with its heading. */
const FACTS: readonly (readonly [Exclude<keyof Level, 'id' | 'name' | 'short'>, MessageKey])[] = [
  ['week', 'factWeek'],
  ['what', 'factWhat'],
  ['hours', 'factHours'],
  ['nights', 'factNights'],
  ['length', 'factLength'],
  ['parts', 'factParts'],
  ['fits', 'factFits'],
  ['cost', 'factCost'],
  ['follows', 'factFollows'],
];

/** Columns that a level needs, to be read beside others; no screen is used further than this wide. */
const LEAST_COLUMN = 24;
const WIDEST = 160;
const GUTTER = '   ';

interface Style {
  /** Columns of the screen. */
  readonly width: number;
  readonly messages: Messages;
  readonly chalk: ChalkInstance;
}

/**
 * Levels of care to read: side by side where the screen is wide enough, else fact by fact; a single one in full. Help
 * stands at the end, as it does wherever people read on at a hard moment.
 */
export function levelsText(ruleSet: RuleSet, levels: readonly Level[], style: Style): string {
  const facts = FACTS.filter(([fact]) => levels.some((level) => level[fact] !== undefined));
  const width = Math.min(style.width, WIDEST);
  const column = Math.floor((width + GUTTER.length) / levels.length) - GUTTER.length;
  const isWide = levels.length > 1 && column >= LEAST_COLUMN;
  const page = pageWidth(width);
  const body = isWide ? sideBySide(levels, facts, column, style) : factByFact(levels, facts, page, style);
  const help = [headingOf('helpAgain', style), ...indented(crisisLines(ruleSet.contacts, page - 2))];
  return `${[...body, paragraph(ruleSet.notice, page), help].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sideBySide(levels: readonly Level[], facts: typeof FACTS, column: number, style: Style): readonly Lines[] {
  const names = beside(levels.map((level) => paragraph(levelName(level), column)), column).map((line) => style.chalk.bold(line));
  return [names, ...facts.map(([fact, heading]) => [headingOf(heading, style), ...beside(levels.map((level) => cell(level[fact], column)), column)])];
}

function factByFact(levels: readonly Level[], facts: typeof FACTS, width: number, style: Style): readonly Lines[] {
  const isOne = levels.length === 1;
  const names = levels.flatMap((level) => item(isOne ? '' : '- ', levelName(level), width)).map((line) => style.chalk.bold(line));
  const blocks = facts.map(([fact, heading]) => {
    const lines = levels.flatMap((level) => (isOne ? cell(level[fact], width - 2) : named(level, cell(level[fact], width - 4), width - 2, style)));
    return [headingOf(heading, style), ...indented(lines)];
  });
  return [names, ...blocks];
}

/** A fact of one level below the level's name; nothing where it is not told. */
function named(level: Level, fact: Lines, width: number, { chalk }: Style): Lines {
  if (fact.length === 0) return [];
  return [...paragraph(level.short ?? level.name, width).map((line) => chalk.bold(line)), ...indented(fact)];
}

function cell(fact: string | readonly string[] | undefined, width: number): Lines {
  if (fact === undefined) return [];
  return typeof fact === 'string' ? paragraph(fact, width) : fact.flatMap((part) => item('- ', part, width));
}

/** Blocks of lines next to one another, each in its column. */
function beside(blocks: readonly Lines[], column: number): Lines {
  const height = Math.max(...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const cells = blocks.map((lines) => lines[row] ?? '');
    return cells.map((line) => line + ' '.repeat(column - widthOf(line))).join(GUTTER).trimEnd();
  });
}

function headingOf(heading: MessageKey, { messages, chalk }: Style): string {
  return chalk.bold.underline(messages[heading]);
}

/** The same as a value for JSON. */
export function levelsValue({ id, version, digest, notice }: RuleSet, levels: readonly Level[]): unknown {
  return { schemaVersion: 1, ruleSet: { id, version, digest }, levels, notice };
}
