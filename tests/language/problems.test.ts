import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRevision } from '../../src/files/revision.ts';
import { readAnswers } from '../../src/language/answers.ts';
import { readCases } from '../../src/language/cases.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { readTranslation } from '../../src/language/translation.ts';
import type { Host } from '../../src/model/host.ts';
import { INPUT_PROBLEMS, type Problem, type Read } from '../../src/model/problem.ts';
import { onSource } from '../cli/on-source.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { problemsIn } from './small.ts';

/** `docs/problems.md` has a row for each code; each example in it is the message of a fixture, or of a command or revision below. */

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(REPOSITORY, 'tests/fixtures/problems');
const CODES = Object.keys(INPUT_PROBLEMS);
const valid = ruleSetFrom(readFileSync(path.join(FIXTURES, 'valid.yaml'), 'utf8'), 'valid.yaml');

/** JSON has no comments to say what is wrong. */
const IN_JSON: Readonly<Record<string, string>> = { 'json-syntax.answers.json': 'json-syntax at 3:3' };

const fixtures = readdirSync(FIXTURES).filter((file) => !file.startsWith('valid.'));
const fixtureOf = new Map(fixtures.map((file) => [file.slice(0, file.indexOf('.')), file]));

function readFixture(file: string): Read<unknown> | Promise<Read<unknown>> {
  const text = readFileSync(path.join(FIXTURES, file), 'utf8');
  if (file.includes('.answers.')) return readAnswers(valid, text, file);
  if (file.includes('.cases.')) return readCases(text, file, () => ({ ok: true, value: valid }));
  return file.includes('.es.') ? readTranslation(text, file, valid) : readRuleSet(text, file);
}

async function problemsOf(file: string): Promise<readonly Problem[]> {
  const read = await readFixture(file);
  return read.ok ? [] : read.problems;
}

const rows = new Map(
  readFileSync(path.join(REPOSITORY, 'docs/problems.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && CODES.includes(unquoted(cells[1])))
    .map(([, code, meaning, example]) => [unquoted(code), { meaning, example: unquoted(example) }]),
);

/** The text between the marks of code in Markdown. */
function unquoted(cell = ''): string {
  return cell.replace(/^(`+) ?(.*?) ?\1$/, '$2');
}

const folder = mkdtempSync(path.join(tmpdir(), 'problems-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(path.join(folder, 'latin.yaml'), Buffer.from([0xe9]));
writeFileSync(path.join(folder, 'marked.yaml'), Buffer.from([0xef, 0xbb, 0xbf]));
writeFileSync(path.join(folder, 'big.yaml'), '');
truncateSync(path.join(folder, 'big.yaml'), 2 ** 30);

const rules = ['--rules', path.join(FIXTURES, 'valid.yaml')];

/** Commands that end in the problems that no reader of texts can raise. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'cannot-read': ['questions', '--rules', 'missing.yaml'],
  'cannot-write': ['assess', ...rules, '--pain', 'much', '--time', 'day', '--output', '.'],
  'too-large': ['questions', '--rules', 'big.yaml'],
  'not-utf-8': ['questions', '--rules', 'latin.yaml'],
  'byte-order-mark': ['questions', '--rules', 'marked.yaml'],
  'unknown-command': ['asess'],
  'unknown-flag': ['questions', '--jsno'],
  'bad-usage': ['assess', ...rules, '--answers'],
  'no-terminal': ['assess', ...rules],
  'no-cases': ['rules', 'test', path.join(FIXTURES, 'valid.cases.yaml'), '-t', 'good pain'],
};

/** Problems of git, by the folder that it is asked in. */
const REVISIONS: Readonly<Record<string, string>> = { 'no-git': folder, 'unknown-revision': path.join(folder, 'repository') };
execFileSync('git', ['init', '--quiet', path.join(folder, 'repository')]);

test('each code has a row in docs/problems.md, in the order of the code, with its meaning', () => {
  expect([...rows].map(([code, { meaning }]) => [code, meaning])).toEqual(Object.entries(INPUT_PROBLEMS));
});

test('each code has one fixture, or one command or revision', () => {
  expect([...fixtureOf.keys(), ...Object.keys(COMMANDS), ...Object.keys(REVISIONS)].sort()).toEqual(CODES.toSorted());
});

test.each(fixtures)('%s holds the problem that it says', async (file) => {
  const text = readFileSync(path.join(FIXTURES, file), 'utf8');
  const [, code, place] = /^(?:# )?([a-z0-9-]+)(?: at ([\d:]+))?$/m.exec(IN_JSON[file] ?? text) ?? [];
  expect(file.startsWith(`${code}.`)).toBe(true);
  expect(problemsIn(await readFixture(file))).toEqual([place === undefined ? code : `${place} ${code}`]);
});

test.each(fixtures)('the example in the docs is the message of %s', async (file) => {
  const [problem] = await problemsOf(file);
  expect(rows.get(problem?.code ?? '')?.example).toBe(problem?.message);
});

test.each(Object.entries(COMMANDS))('the example in the docs is the message of a command that ends in %s', async (code, args) => {
  const { exitCode, stdout, stderr } = await onSource(args, REPOSITORY, { cwd: folder });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(rows.get(code)?.example ?? code);
});

test.each(Object.entries(REVISIONS))('the example in the docs is the message of a revision that ends in %s', async (code, asked) => {
  const host = { env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } } as unknown as Host;
  const read = await readRevision(host, { revision: 'mian', path: 'rules.yaml', folder: asked }, 1024);
  expect(read).toMatchObject({ ok: false, problems: [{ code, message: rows.get(code)?.example }] });
});
