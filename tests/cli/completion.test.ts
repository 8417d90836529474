import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { levelOfCare, ROOT } from './program.ts';

/** What could stand in place of the last word; `:files` where a file could. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout } = await levelOfCare(['completion', '--', `=${words.at(-1) ?? ''}`, ...words.slice(0, -1)]);
  expect(exitCode).toBe(0);
  return stdout.split('\n').filter(Boolean).map((line) => line.split('\t')[0] ?? '');
}

describe('what could stand next', () => {
  test.each([
    ['commands', [''], ['assess', 'batch', 'completion', 'levels', 'manual', 'questions', 'rules', 'schema']],
    ['commands below a command', ['rules', ''], ['check', 'diff', 'export', 'init', 'map', 'test']],
    ['the end of a word', ['que'], ['questions']],
    ['the options of a question', ['assess', '--home', ''], ['stable', 'strained', 'unsafe', 'not-sure']],
    ['the same without a command', ['--home', 'st'], ['stable', 'strained']],
    ['those of the rule set in use', ['assess', '--rules', 'audit-c', '--typical', 'se'], ['seven-to-nine']],
    ['the choices of a flag', ['assess', '--format', 'f'], ['fhir']],
    ['rule sets by name, and files', ['questions', '--rules', ''], ['adult', 'audit-c', 'gad-7', 'phq-9', ':files']],
    ['levels', ['levels', 'i'], ['iop', 'inpatient'].toSorted().toReversed()],
    ['levels of the rule set in use', ['levels', '--rules', 'gad-7', 'm'], ['minimal', 'mild', 'moderate']],
    ['rule sets by name, and files, for an argument', ['rules', 'check', 'a'], ['adult', 'audit-c', ':files']],
    ['the same for more arguments', ['rules', 'test', 'adult', 'p'], ['phq-9', ':files']],
    ['and for versions', ['rules', 'diff', 'gad'], ['gad-7', ':files']],
    ['files alone for an argument', ['batch', 'a'], [':files']],
    ['files for a flag', ['assess', '--answers', ''], [':files']],
    ['the choices of an argument', ['schema', 'ass'], ['assessment']],
    ['nothing after the last argument', ['schema', 'answers', ''], []],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
    ['nothing for what is unknown', ['nothing', 'like', ''], []],
  ])('%s', async (_, words, expected) => {
    expect((await offered(...words)).toSorted()).toEqual(expected.toSorted());
  });

  test('flags, and those no more that are there already', async () => {
    const flags = await offered('assess', '--partial', '--');
    expect(flags).toEqual(expect.arrayContaining(['--answers', '--severity', '--help', '--no-color']));
    expect(flags).not.toContain('--partial');
    expect(await offered('--sev')).toEqual(['--severity']);
  });

  test('for the values of flags, not for flags among them', async () => {
    expect(await offered('rules', 'test', '--min-coverage', '')).toEqual([]);
    expect(await offered('levels', '--format', 'json', 'ph')).toEqual(['php']);
  });
});

describe('the script of a shell', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('is there: %s', async (name) => {
    const { exitCode, stdout } = await levelOfCare(['completion', name]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('level-of-care');
  });

  test.each([[[]], [['tcsh']], [['bash', 'zsh']]])('%j is refused', async (args) => {
    expect(await levelOfCare(['completion', ...args])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('the manual page', () => {
  test('is the one that the program prints', async () => {
    const { stdout } = await levelOfCare(['manual']);
    expect(readFileSync(path.join(ROOT, 'man/level-of-care.1'), 'utf8'), 'write it anew: npm run build').toBe(`${stdout}\n`);
  });

  test('tells of every command and every flag', async () => {
    const { stdout } = await levelOfCare(['manual']);
    const plain = stdout.replaceAll('\\-', '-');
    for (const call of ['level-of-care assess [options]', 'level-of-care rules diff [options]', '--severity <answer>', '--min-coverage <percent>']) expect(plain).toContain(call);
  });
});
