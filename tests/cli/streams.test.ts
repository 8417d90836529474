import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { BIN, built, MODERATE, ROOT } from './program.ts';

const FLAGS = Object.entries(MODERATE).flatMap(([question, option]) => [`--${question}`, option]);
const folder = folderWith({ 'records.ndjson': `${JSON.stringify(MODERATE)}\n` });
const RECORDS = path.join(folder, 'records.ndjson');

describe.skipIf(!existsSync('/dev/full'))('a full disk never ends in 0 (H15)', () => {
  test.each([
    ['assess', ['assess', ...FLAGS]],
    ['assess --json', ['assess', '--json', ...FLAGS]],
    ['batch', ['batch', RECORDS]],
    ['batch --format csv', ['batch', '--format', 'csv', RECORDS]],
    ['questions', ['questions']],
    ['rules test', ['rules', 'test']],
    ['rules check', ['rules', 'check']],
    ['schema', ['schema', 'answers']],
    ['help', ['--help']],
    ['the version', ['--version']],
  ])('%s', async (_what, args) => {
    const { exitCode, stderr } = await execa('bash', ['-c', '"$@" > /dev/full', 'bash', process.execPath, BIN, ...args], { cwd: ROOT, stdin: 'ignore', reject: false });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no space is left');
  });
});

test.each([[['--help']], [['assess', ...FLAGS]], [['questions', '--json']], [['schema', 'rule-set']]])('a reader that has gone ends the program quietly: %j', async (args) => {
  const script = '{ sleep 0.2; "$@"; echo "exit $?" >&2; } | true';
  const { stderr } = await execa('bash', ['-c', script, 'bash', process.execPath, BIN, ...args], { cwd: ROOT, stdin: 'ignore' });
  expect(stderr).toBe('exit 141');
});

test('a signal ends a command that is waiting for its input', async () => {
  const running = execa(process.execPath, [BIN, 'assess', '--answers', '-'], { cwd: ROOT, reject: false });
  setTimeout(() => running.kill('SIGTERM'), 300);
  const { exitCode, signal, stdout } = await running;
  expect({ ended: exitCode ?? signal, stdout }).toEqual({ ended: 'SIGTERM', stdout: '' });
});

describe('large inputs are refused before they fill the memory (H41)', () => {
  const SIZE = 256 * 1024 * 1024;

  test.each([
    ['rules', ['rules', 'check', 'sparse']],
    ['cases', ['rules', 'test', 'sparse']],
    ['answers', ['assess', '--answers', 'sparse']],
    ['an endless device', ['assess', '--answers', '/dev/zero']],
    ['one line', ['batch', 'sparse']],
  ])('%s', async (_what, args) => {
    const sparse = path.join(folder, 'sparse');
    writeFileSync(sparse, '');
    truncateSync(sparse, SIZE);
    expect(statSync(sparse).size).toBe(SIZE);
    const { exitCode, stdout, stderr } = await built(args, { cwd: folder, env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    expect(`${stdout}${stderr}`).toMatch(/larger than|longer than/);
    expect(exitCode).toBe(args[0] === 'batch' ? 1 : 2);
  });
});

describe('what comes from outside cannot act on the terminal (H33)', () => {
  const NASTY = 'a\u001b]0;title\u0007\u202eb\u0085\rc';
  const unsafe = /[^\n\P{Cc}]|\p{Cf}/u;

  test.each([
    ['a file name', ['assess', '--answers', NASTY]],
    ['a rule-set name', ['assess', '--rules', NASTY]],
    ['an output', ['assess', ...FLAGS, '--output', `nowhere/${NASTY}`]],
    ['a command', [NASTY]],
    ['a flag', ['assess', `--${NASTY}`]],
    ['an option', ['assess', '--severity', NASTY]],
    ['a format', ['assess', '--format', NASTY]],
    ['a pattern', ['rules', 'test', '-t', NASTY]],
    ['an argument', ['batch', NASTY]],
    ['a schema', ['schema', NASTY]],
  ])('%s', async (_what, args) => {
    const { exitCode, stdout, stderr } = await built(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(unsafe);
  });

  test('an unknown key of a record', async () => {
    const { stdout } = await built(['batch'], { input: `{"${NASTY.replaceAll('\u001b', '\\u001b').replaceAll('\u0007', '').replaceAll('\r', '')}":1}\n` });
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.parse(stdout)).toMatchObject({ line: 1, error: {} });
  });
});

describe('a mistake in the program', () => {
  const mistake = 'const { freeze } = Object; Object.freeze = (value) => { if (value.severity) throw new RangeError(JSON.stringify(value)); return freeze(value); };';
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(mistake)}`;

  test('ends in one line without the message of the error, which could hold an answer (H30)', async () => {
    const { exitCode, stdout, stderr } = await execa(process.execPath, [BIN, 'assess', ...FLAGS], { env: { NODE_OPTIONS }, reject: false });
    expect({ exitCode, stdout }).toEqual({ exitCode: 70, stdout: '' });
    expect(stderr).toMatch(/^level-of-care: something went wrong in the program \(RangeError\).*$/);
  });

  test('shows where it happened when that is asked for', async () => {
    const { stderr } = await execa(process.execPath, [BIN, 'assess', ...FLAGS], { env: { NODE_OPTIONS, LEVEL_OF_CARE_DEBUG: '1' }, reject: false });
    expect(stderr).toMatch(/\n +at /);
  });
});
