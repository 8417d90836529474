import type { ChalkInstance } from 'chalk';
import { visible } from '../../messages/visible.ts';
import type { CountedEffect, Difference, ProvedEffect, RecordsEffect, Tally } from '../../model/difference.ts';
import { indented, item, type Lines, pageWidth, paragraph } from '../layout.ts';
import { type Matrix, matricesOf, type MatrixCell } from './matrix.ts';
import { type Acceptance, acceptanceLine, type DiffPage, shortDigest } from './page.ts';
import { partLines } from './parts-text.ts';
import { moveSections, witnessLines } from './regions-text.ts';
import { findingText, grouped, headline, leftOut, LOWERED, notCounted, provedText, recordText, versionText } from './words.ts';

interface TextStyle {
  /** Columns of the screen. */
  readonly columns: number;
  readonly chalk: ChalkInstance;
}

/** A difference to read on a screen: who is affected, then what was written otherwise. */
export function diffText(page: DiffPage, { columns, chalk }: TextStyle): string {
  const width = pageWidth(columns);
  const { difference } = page;
  const sections = [
    versionLines(page, width),
    ...effectSections(difference, width, chalk),
    titled('Taken for granted', difference.assumed.flatMap((sentence) => item('- ', visible(sentence), width - 2))),
    titled('Written otherwise', partLines(difference, width - 2, chalk)),
    noteLines(page, width),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

function versionLines({ difference, names }: DiffPage, width: number): Lines {
  return (['old', 'new'] as const).flatMap((side) => {
    const version = difference[side];
    return item(`${side}  `, `${visible(names[side])}: ${version.id} ${version.version}, ${shortDigest(version)}`, width);
  });
}

function titled(title: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : [title, ...indented(lines)];
}

function effectSections({ effect, levels }: Difference, width: number, chalk: ChalkInstance): readonly Lines[] {
  switch (effect.how) {
    case 'counted':
      return [headLines(effect, [headline(effect), ...notCounted(effect)], width, chalk), ...matrixSections(effect, levels, width, chalk), ...moveSections(effect, width, chalk)];
    case 'proved':
      return [provedLines(effect, width, chalk)];
    case 'records':
      return [headLines(effect, [headline(effect), ...leftOut(effect)], width, chalk), ...matrixSections(effect, levels, width, chalk), ...recordSections(effect, width, chalk)];
  }
}

function headLines({ lowered }: Tally, sentences: readonly string[], width: number, chalk: ChalkInstance): Lines {
  const style = lowered > 0n ? chalk.red.bold : chalk.bold;
  return sentences.flatMap((sentence, index) => paragraph(sentence, width).map((line) => (index === 0 ? style(line) : line)));
}

function matrixSections(effect: CountedEffect | RecordsEffect, levels: readonly string[], width: number, chalk: ChalkInstance): readonly Lines[] {
  return matricesOf(effect, levels).map((matrix) => {
    const legend = matrix.cells.flat().some(({ kind }) => kind === 'lowered') ? `; ↓ is ${LOWERED}` : '';
    const title = `${matrix.of === 'level' ? 'Level' : 'Urgency'}: each row is what it was, each column what it is now${legend}`;
    return [...paragraph(title, width), ...tableLines(matrix, width, chalk)];
  });
}

/** A table; where the screen is too narrow for one, a line for each cell that changes. */
function tableLines({ rows, columns, cells }: Matrix, width: number, chalk: ChalkInstance): Lines {
  const first = Math.max(...rows.map((name) => name.length));
  const widths = columns.map((name, column) => Math.max(name.length, ...cells.map((row) => (row[column] as MatrixCell).text.length)));
  if (2 + first + widths.reduce((sum, columnWidth) => sum + columnWidth + 2, 0) > width) return cellLines({ rows, columns, cells });
  const painted = ({ text, kind }: MatrixCell, columnWidth: number): string => {
    const paint = { none: chalk.dim, same: chalk.dim, changed: chalk.bold, lowered: chalk.red.bold }[kind];
    return `  ${paint(text.padStart(columnWidth))}`;
  };
  const head = columns.map((name, column) => `  ${name.padStart(widths[column] as number)}`).join('');
  const body = cells.map((row, index) => `${(rows[index] as string).padEnd(first)}${row.map((cell, column) => painted(cell, widths[column] as number)).join('')}`);
  return indented([`${' '.repeat(first)}${head}`, ...body]);
}

function cellLines({ rows, columns, cells }: Pick<Matrix, 'rows' | 'columns' | 'cells'>): Lines {
  return indented(
    cells.flatMap((row, from) => row.flatMap(({ text, kind }, to) => (kind === 'changed' || kind === 'lowered' ? [`${rows[from]} to ${columns[to]}: ${text}`] : []))),
  );
}

function provedLines(effect: ProvedEffect, width: number, chalk: ChalkInstance): Lines {
  const findings = effect.findings.flatMap((finding) => {
    const style = finding.found === 'no' ? chalk.reset : finding.direction === 'lowered' ? chalk.red.bold : chalk.bold;
    return [...paragraph(findingText(finding), width - 2).map((line) => style(line)), ...(finding.witness === undefined ? [] : indented(witnessLines(finding.witness, width - 4)))];
  });
  return [...paragraph(provedText(effect), width), ...indented(findings), ...notCounted(effect).flatMap((sentence) => paragraph(sentence, width))];
}

function recordSections({ records, changed, rejected, rejectedLines }: RecordsEffect, width: number, chalk: ChalkInstance): readonly Lines[] {
  const rest = (count: bigint): Lines => (count > 0n ? [`and ${grouped(count)} more`] : []);
  const changes = records.flatMap((record) => {
    const style = record.lowered ? chalk.red.bold : chalk.reset;
    return item('', recordText(record), width - 2).map((line) => style(line));
  });
  const refusals = rejectedLines.flatMap(({ line, message }) => item(`line ${line}: `, visible(message), width - 2));
  return [
    titled('Records that change', [...changes, ...rest(changed - BigInt(records.length))]),
    titled('Lines without a valid record', [...refusals, ...rest(rejected - BigInt(rejectedLines.length))]),
  ];
}

function noteLines({ difference, acceptance }: DiffPage, width: number): Lines {
  const version = versionText(difference);
  return [...(version === undefined ? [] : paragraph(version, width)), ...(acceptance === undefined ? [] : acceptanceLines(acceptance, difference, width))];
}

function acceptanceLines({ file, line }: Acceptance, difference: Difference, width: number): Lines {
  const name = visible(file);
  if (line !== null) return paragraph(`Accepted in ${name}, line ${line}.`, width);
  return [...paragraph(`Not accepted. Once it is reviewed, add this line to ${name}:`, width), ...indented([acceptanceLine(difference)])];
}
