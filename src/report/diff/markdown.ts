import { visible } from '../../messages/visible.ts';

/** A text from outside within a line, as code. */
export function code(text: string): string {
  return `\`${visible(text).replaceAll('`', "'")}\``;
}

/** Lines as they are, whatever they hold. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Something that opens on a click. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A list; further lines of an item stand below its first. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll(/\n(?!\n)/g, '\n  ')}`).join('\n');
}

/** A table whose first column holds names and whose others hold numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? ':--' : '--:'))), ...rows.map(line)].join('\n');
}
