import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { BIN, MODERATE, ROOT } from './program.ts';

/** Which source went into which file: the build leaves it here. */
const SOURCES = path.join(ROOT, 'node_modules/.cache/level-of-care/sources.json');
const NOTE = path.join(import.meta.dirname, 'loaded/note.cjs');

/** The packages, and the program's own sources, that a command line loads. */
async function loadedBy(...args: string[]): Promise<string[]> {
  const list = path.join(mkdtempSync(path.join(tmpdir(), 'loaded-')), 'files.txt');
  await execa(process.execPath, ['--require', NOTE, BIN, ...args], { cwd: ROOT, env: { LOADED_FILES: list }, reject: false, stdin: 'ignore' });
  const sources = JSON.parse(readFileSync(SOURCES, 'utf8')) as Readonly<Record<string, readonly string[]>>;
  const loaded = readFileSync(list, 'utf8').split('\n').flatMap((file) => sources[path.relative(ROOT, file)] ?? []);
  return [...new Set(loaded.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file))];
}

test('answers in JSON, assessed to JSON, take neither YAML nor schemas nor prompts', async () => {
  const answers = path.join(mkdtempSync(path.join(tmpdir(), 'loading-')), 'answers.json');
  writeFileSync(answers, JSON.stringify(MODERATE));
  const loaded = await loadedBy('assess', '--answers', answers, '--json');
  expect(loaded).toContain('src/engine/assess.ts');
  expect(loaded.filter((name) => ['yaml', 'zod', 'inquirer', 'csv-parse', 'csv-stringify', 'chalk', 'jsonc-parser'].includes(name))).toEqual([]);
});

test('help loads none of the heavy packages', async () => {
  const loaded = await loadedBy('--help');
  expect(loaded).toContain('commander');
  expect(loaded.filter((name) => ['yaml', 'zod', 'inquirer', 'src/engine/assess.ts'].includes(name))).toEqual([]);
});

test('a rule set of one\'s own takes YAML', async () => {
  expect(await loadedBy('questions', '--rules', 'tests/fixtures/small.yaml')).toContain('yaml');
});
