import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { folderWith } from '../cli/folder.ts';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';
import { small } from './small.ts';
import { transcript } from './transcript.ts';

const HELP = 'Help right now: Call 911. Call or text 988.';
const RULES = ['--plain', '--rules', path.join(ROOT, 'tests/fixtures/small.yaml')];
/** Start, three answers, "these are right". */
const LINES = '\n12\n2\n1\nr\n';

/** The last lines of an interview with this answer to "Are you in danger?". */
async function lastLines(danger: readonly string[], file?: string): Promise<readonly string[]> {
  const typed = ['', '1', ...danger, '0', '1', '1', 's', 's', 'r'];
  const { end, asked } = await transcript(small(), typed, file === undefined ? {} : { file });
  expect(end.kind).toBe('finished');
  return asked.trimEnd().split('\n').slice(-3);
}

describe('after a result (H20)', () => {
  test('the person is told where it is, and help last', async () => {
    expect(await lastLines(['1'], '/home/me/mine.json')).toEqual(['', 'Saved here: /home/me/mine.json', HELP]);
    expect(await lastLines(['1'])).toEqual(['', en.resultSent, HELP]);
  });

  test.each([
    ['an emergency', ['3', 'g'], en.soonEmergency],
    ['something urgent', ['2'], en.soonUrgent],
  ])('and how soon, in %s', async (_what, danger, soon) => {
    expect(await lastLines(danger, '/home/me/mine.json')).toEqual(['Saved here: /home/me/mine.json', soon, HELP]);
  });

  test('a name of a file cannot act on the terminal', async () => {
    expect((await lastLines(['1'], '/home/\u001Bme'))[1]).toBe('Saved here: /home/\\u001bme');
  });

  test.each([
    ['a file', ['--output', 'mine.txt'], true, 'mine.txt'],
    ['JSON in a file', ['--json', '--output', 'mine.json'], true, 'mine.json'],
    ['a pipe', ['--json'], false, en.resultSent],
  ])('in %s the program itself says so', async (_what, flags, screen, where) => {
    const cwd = folderWith();
    const { exitCode, stderr } = await onSource([...RULES, ...flags], ROOT, { input: LINES, cwd, screen });
    expect(exitCode).toBe(0);
    expect(stderr.replaceAll('\n', '').endsWith(`${where}Help right now: Call it.`)).toBe(true);
  });

  test('on the screen there is nothing to say about where it is', async () => {
    const { stderr } = await onSource(RULES, ROOT, { input: `${LINES}n\n`, screen: true });
    expect(stderr).not.toContain(en.resultSent);
    expect(stderr).not.toContain('Saved here');
    expect(stderr.split('\n').at(-1)).toBe('Help right now: Call it.');
  });
});

describe('who leaves', () => {
  test.each([
    ['a file', ['--output', 'mine.txt']],
    ['JSON', ['--json']],
    ['JSON in a file', ['--json', '--output', 'mine.json']],
  ])('leaves nobody in doubt whether %s came', async (_what, flags) => {
    const cwd = folderWith();
    const { exitCode, stdout } = await onSource([...RULES, ...flags], ROOT, { input: '\nq\n', cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    expect(existsSync(path.join(cwd, flags.at(-1) ?? ''))).toBe(false);
  });

  test('a result to be read at once has made no mistake', async () => {
    expect(await onSource(RULES, ROOT, { input: '\nq\n', screen: true })).toMatchObject({ exitCode: 0, stdout: '' });
  });
});
