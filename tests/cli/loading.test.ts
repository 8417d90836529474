import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import type { Metafile } from 'esbuild';
import { BIN, MODERATE, ROOT } from './program.ts';

/** Which source went into which file: the build leaves it here. */
const METAFILE = path.join(ROOT, 'node_modules/.cache/level-of-care/metafile.json');
const HOOKS = path.join(import.meta.dirname, 'loaded/register.mjs');

/** The packages, and the program's own sources, that a command line loads. */
async function loadedBy(...args: string[]): Promise<string[]> {
  const list = path.join(mkdtempSync(path.join(tmpdir(), 'loaded-')), 'modules.txt');
  await execa(process.execPath, ['--import', HOOKS, BIN, ...args], { cwd: ROOT, env: { LOADED_MODULES: list }, reject: false, stdin: 'ignore' });
  const metafile = JSON.parse(readFileSync(METAFILE, 'utf8')) as Metafile;
  const files = readFileSync(list, 'utf8').split('\n').filter((url) => url.startsWith('file:')).map((url) => path.relative(ROOT, fileURLToPath(url)));
  const inputs = files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
  return [...new Set(inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input))];
}

test('answers in JSON, assessed to JSON, take neither YAML nor schemas nor prompts', async () => {
  const answers = path.join(mkdtempSync(path.join(tmpdir(), 'loading-')), 'answers.json');
  writeFileSync(answers, JSON.stringify(MODERATE));
  const loaded = await loadedBy('assess', '--answers', answers, '--json');
  expect(loaded).toContain('src/engine/assess.ts');
  expect(loaded.filter((name) => ['yaml', 'zod', 'inquirer', 'csv-parse', 'csv-stringify', 'chalk'].includes(name))).toEqual([]);
});

test('help loads none of the heavy packages', async () => {
  const loaded = await loadedBy('--help');
  expect(loaded).toContain('commander');
  expect(loaded.filter((name) => ['yaml', 'zod', 'inquirer', 'src/engine/assess.ts'].includes(name))).toEqual([]);
});

test('a rule set of one\'s own takes YAML', async () => {
  expect(await loadedBy('questions', '--rules', 'tests/fixtures/small.yaml')).toContain('yaml');
});
