import type { ChalkInstance } from 'chalk';
import widthOf from 'fast-string-width';
import type { MessageKey, Messages } from '../messages/messages.ts';
import type { Level, RuleSet } from '../model/rule-set.ts';
import { crisisLines } from './help.ts';
import { indented, item, type Lines, pageWidth, paragraph } from './layout.ts';
import { levelName } from './words.ts';

interface Style {
  readonly width: number;
  readonly messages: Messages;
  readonly chalk: ChalkInstance;
}

type Fact = Exclude<keyof Level, 'id' | 'name' | 'short'>;

/** What is told of a level, in this order, each under its heading. */
const FACTS: Readonly<Record<Fact, MessageKey & `fact${string}`>> = {
  week: 'factWeek',
  what: 'factWhat',
  hours: 'factHours',
  nights: 'factNights',
  length: 'factLength',
  parts: 'factParts',
  fits: 'factFits',
  cost: 'factCost',
  follows: 'factFollows',
};

/** Columns below which a text beside others cannot be read well. */
const LEAST_COLUMN = 24;
/** Columns for all levels together; more would be too wide to follow a row. */
const WIDEST = 160;
const GUTTER = '   ';

/** The levels to read, fact by fact: side by side where there is room, else below one another; then what this is not, and help. */
export function levelsText(ruleSet: RuleSet, levels: readonly Level[], style: Style): string {
  const facts = (Object.entries(FACTS) as [Fact, MessageKey][]).filter(([fact]) => levels.some((level) => level[fact] !== undefined));
  const column = Math.floor((Math.min(style.width, WIDEST) + GUTTER.length) / levels.length) - GUTTER.length;
  const isWide = levels.length > 1 && column >= LEAST_COLUMN;
  const width = isWide ? Math.min(style.width, WIDEST) : pageWidth(style.width);
  const body = isWide ? sideBySide(levels, facts, column, style) : factByFact(levels, facts, width, style);
  const help = [headingOf('helpAgain', style), ...indented(crisisLines(ruleSet.contacts, pageWidth(style.width) - 2))];
  return `${[...body, paragraph(ruleSet.notice, Math.min(width, pageWidth(style.width))), help].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The value of `levels --json`. */
export function levelsValue({ id, version, digest, notice }: RuleSet, levels: readonly Level[]): unknown {
  return { schemaVersion: 1, ruleSet: { id, version, digest }, levels, notice };
}

function sideBySide(levels: readonly Level[], facts: readonly [Fact, MessageKey][], column: number, style: Style): readonly Lines[] {
  const names = beside(levels.map((level) => paragraph(levelName(level), column)), column).map((line) => style.chalk.bold(line));
  const rows = facts.map(([fact, heading]) => [headingOf(heading, style), ...beside(levels.map((level) => cell(level[fact], column)), column)]);
  return [names, ...rows];
}

function factByFact(levels: readonly Level[], facts: readonly [Fact, MessageKey][], width: number, style: Style): readonly Lines[] {
  const mark = levels.length === 1 ? '' : '- ';
  const names = levels.flatMap((level) => item(mark, levelName(level), width)).map((line) => style.chalk.bold(line));
  const blocks = facts.map(([fact, heading]) => {
    const lines = levels.flatMap((level) => (levels.length === 1 ? cell(level[fact], width - 2) : named(level, fact, width - 2, style)));
    return [headingOf(heading, style), ...indented(lines)];
  });
  return [names, ...blocks];
}

/** What a level says about one thing, below its name; nothing when it says nothing. */
function named(level: Level, fact: Fact, width: number, { chalk }: Style): Lines {
  if (level[fact] === undefined) return [];
  return [...paragraph(level.short ?? level.name, width).map((line) => chalk.bold(line)), ...indented(cell(level[fact], width - 2))];
}

function cell(value: string | readonly string[] | undefined, width: number): Lines {
  if (value === undefined) return [];
  return typeof value === 'string' ? paragraph(value, width) : value.flatMap((part) => item('- ', part, width));
}

/** Blocks of lines side by side, each as wide as its column. */
function beside(blocks: readonly Lines[], column: number): Lines {
  const height = Math.max(...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines) => lines[row] ?? '')
      .map((line) => line + ' '.repeat(column - widthOf(line)))
      .join(GUTTER)
      .trimEnd(),
  );
}

function headingOf(heading: MessageKey, { messages, chalk }: Style): string {
  return chalk.bold.underline(messages[heading]);
}
