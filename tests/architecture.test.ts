import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** The floors of the house, top first, with the floors that each may import. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  main: ['commands', 'files', 'messages', 'model'],
  'batch-thread': ['commands', 'files'],
  index: ['browser', 'language', 'files', 'model'],
  browser: ['engine', 'language', 'model'],
  commands: ['interview', 'report', 'analysis', 'engine', 'language', 'schema', 'files', 'messages', 'model'],
  interview: ['report', 'engine', 'messages', 'model'],
  report: ['messages', 'model'],
  page: ['analysis', 'engine', 'model'],
  analysis: ['engine', 'model'],
  engine: ['model'],
  language: ['schema', 'model'],
  schema: ['model'],
  files: ['messages', 'model'],
  messages: ['model'],
  model: [],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function floorOf(file: string): string {
  const [first = '', ...rest] = file.split(path.sep);
  return rest.length > 0 ? first : path.basename(first, '.ts');
}

function imports(file: string): string[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)].map((match) =>
    path.relative(SRC, path.resolve(SRC, path.dirname(file), match[1] ?? '')),
  );
}

test('every file lives on a known floor', () => {
  expect(files.map(floorOf).filter((floor) => FLOORS[floor] === undefined)).toEqual([]);
});

test('imports go down only', () => {
  const upward = files.flatMap((file) =>
    imports(file)
      .filter((target) => floorOf(target) !== floorOf(file) && !FLOORS[floorOf(file)]?.includes(floorOf(target)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(upward).toEqual([]);
});

test('no file imports itself through others', () => {
  const graph = new Map(files.map((file) => [file, imports(file)]));
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    else for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('only main knows the process', () => {
  const knowing = files.filter((file) => /\bprocess\.|from 'node:process'/.test(readFileSync(path.join(SRC, file), 'utf8')));
  expect(knowing).toEqual(['main.ts']);
});
