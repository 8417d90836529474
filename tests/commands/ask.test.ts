import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

const RULES = ['--plain', '--rules', path.join(ROOT, 'tests/fixtures/small.yaml')];
/** Start, three answers, "these are right". */
const LINES = '\n12\n2\n1\nr\n';

describe('after a result on the screen, a summary', () => {
  test('can be saved, for its owner alone', async () => {
    const cwd = folderWith();
    const { exitCode, stdout, stderr } = await onSource(RULES, ROOT, { input: `${LINES}y\nsummary.txt\n`, cwd, screen: true });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Day care');
    expect(stderr).toContain(path.join(cwd, 'summary.txt'));
    expect(readFileSync(path.join(cwd, 'summary.txt'), 'utf8')).toContain('Day care');
    expect(statSync(path.join(cwd, 'summary.txt')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['summary.html', /^<!doctype html>/],
    ['SUMMARY.HTM', /^<!doctype html>/],
    ['summary.md', /^# /],
    ['summary', /^Help right now: [^#<]*\nYour result\n/],
  ])('is of the kind that its name says: %s', async (name, expected) => {
    const cwd = folderWith();
    await onSource(RULES, ROOT, { input: `${LINES}y\n${name}\n`, cwd, screen: true });
    expect(readFileSync(path.join(cwd, name), 'utf8')).toMatch(expected);
  });

  test('can be saved below the home folder', async () => {
    const [cwd, home] = [folderWith(), folderWith()];
    await onSource(RULES, ROOT, { input: `${LINES}y\n~/summary.txt\n`, cwd, screen: true, env: { HOME: home } });
    expect(existsSync(path.join(home, 'summary.txt'))).toBe(true);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('is asked for again when its place cannot be written', async () => {
    const cwd = folderWith();
    const { exitCode, stderr } = await onSource(RULES, ROOT, { input: `${LINES}y\nnowhere/summary.txt\nsummary.txt\n`, cwd, screen: true });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('nowhere/summary.txt');
    expect(readdirSync(cwd)).toEqual(['summary.txt']);
  });

  test('never takes the place of a file that is there', async () => {
    const cwd = folderWith({ 'diary.txt': 'mine' });
    const { exitCode, stderr } = await onSource(RULES, ROOT, { input: `${LINES}y\ndiary.txt\nsummary.txt\n`, cwd, screen: true });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('diary.txt');
    expect(readFileSync(path.join(cwd, 'diary.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(cwd).toSorted()).toEqual(['diary.txt', 'summary.txt']);
  });

  test('says in the language of the person why it could not be written', async () => {
    const { stderr } = await onSource([...RULES, '--lang', 'es'], ROOT, { input: `${LINES}s\nnowhere/summary.txt\n`, cwd: folderWith(), screen: true });
    expect(stderr).toMatch(/No se guardó: no hay ninguna carpeta/);
  });

  test.each([
    ['no screen', [], false],
    ['--json', ['--json'], true],
    ['--output', ['--output', 'result.txt'], true],
  ])('is not offered with %s', async (_what, flags, screen) => {
    const cwd = folderWith();
    const { exitCode } = await onSource([...RULES, ...flags], ROOT, { input: `${LINES}y\nsummary.txt\n`, cwd, screen });
    expect(exitCode).toBe(0);
    expect(existsSync(path.join(cwd, 'summary.txt'))).toBe(false);
  });
});

describe('an interview', () => {
  test('that the person leaves is no mistake', async () => {
    expect(await onSource(RULES, ROOT, { input: '\nq\n' })).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('that %s ends has the exit code of that', async (signal, code) => {
    expect(await onSource(RULES, ROOT, { input: '', signal: AbortSignal.abort(signal) })).toMatchObject({ exitCode: code, stdout: '' });
  });

  test('does not begin when its result could not be written', async () => {
    const { exitCode, stdout, stderr } = await onSource([...RULES, '--output', 'nowhere/result.txt'], ROOT, { input: LINES });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).not.toContain('How is home?');
  });
});
