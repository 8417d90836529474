import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines of text, none wider than the page. */
export type Lines = readonly string[];

/** Columns to write in: what the terminal has, where it says so, but no wider than reads well and no narrower than can be read at all. */
export function pageWidth(columns: number | undefined): number {
  return Math.max(20, Math.min(columns || 80, 80));
}

/** Text as lines of at most `width` columns; its own line breaks stay. */
export function paragraph(text: string, width: number): Lines {
  return wrapAnsi(text.trim(), width, { hard: true }).split('\n');
}

/** A mark, such as `- ` or `3  `, with the text hanging beside it. */
export function item(mark: string, text: string, width: number): Lines {
  return paragraph(text, width - mark.length).map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
