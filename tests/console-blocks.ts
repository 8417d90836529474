import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A command of a document, with what the document says it prints. */
export interface ConsoleCommand {
  readonly command: string;
  readonly expected: readonly string[];
  readonly line: number;
}

interface Block {
  readonly language: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** The commands of the `console` blocks of a document: lines that begin with `$ `, and below each what it prints. */
export function commandsIn(document: string): readonly ConsoleCommand[] {
  return blocksIn(document)
    .filter(({ language }) => language === 'console')
    .flatMap(({ line, lines }) => {
      const starts = lines.flatMap((text, index) => (text.startsWith('$ ') ? [index] : []));
      return starts.map((start, index) => ({
        command: lines[start]?.slice(2) ?? '',
        expected: lines.slice(start + 1, starts[index + 1]),
        line: line + start + 1,
      }));
    });
}

/**
 * A folder as a reader of the document would have it: its files (blocks that begin with `# file: NAME` or `// file: NAME`), the
 * program on the path, and the package to import.
 */
export function folderFor(document: string): { readonly cwd: string; readonly env: Record<string, string> } {
  const cwd = mkdtempSync(path.join(tmpdir(), 'level-of-care-docs-'));
  for (const { lines } of blocksIn(document)) {
    const name = /^(?:#|\/\/) file: (\S+)$/.exec(lines[0] ?? '')?.[1];
    if (name !== undefined) writeFileSync(path.join(cwd, name), `${lines.slice(1).join('\n')}\n`);
  }
  mkdirSync(path.join(cwd, 'node_modules'));
  symlinkSync(ROOT, path.join(cwd, 'node_modules/level-of-care'));
  const bin = mkdtempSync(path.join(tmpdir(), 'level-of-care-bin-'));
  symlinkSync(path.join(ROOT, 'bin/level-of-care.js'), path.join(bin, 'level-of-care'));
  return { cwd, env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1', COLUMNS: '80' } };
}

/** What a command prints, errors among the rest, line by line. */
export async function printed(command: string, { cwd, env }: ReturnType<typeof folderFor>): Promise<readonly string[]> {
  const { all } = await execa('sh', ['-c', command], { cwd, env, all: true, reject: false, stdin: 'ignore' });
  return all.trimEnd().split('\n').map((line) => line.trimEnd());
}

/** Whether lines are as expected; `...` stands for any lines, and `…` within a line for any text. */
export function agrees(actual: readonly string[], expected: readonly string[]): boolean {
  const trimmed = expected.join('\n').trimEnd();
  const pattern = trimmed
    .split('\n')
    .map((line) => (line.trim() === '...' ? '(?:.*\n)*?.*' : line.split('\u2026').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('.*')))
    .join('\n');
  return new RegExp(`^${pattern}$`).test(actual.join('\n'));
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function blocksIn(document: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = document.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const language = /^```(\w*)$/.exec(lines[index] ?? '')?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', index + 1);
    blocks.push({ language, line: index + 1, lines: lines.slice(index + 1, end) });
    index = end;
  }
  return blocks;
}
