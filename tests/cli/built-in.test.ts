import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../src/files/built-in.ts';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';

const SMALL = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
const CASE = '{"name":"all well","answers":{},"expect":{"status":"open"}}\n';

describe.each(BUILT_IN)('the built-in rule set %s, from another folder', (name) => {
  test('is checked by its name', async () => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'check', name], { cwd: folderWith() });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`rules/${name}.yaml: 0 errors, 0 other findings`);
  });

  test('runs its cases by its name', async () => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'test', name, '--min-coverage', '100'], { cwd: folderWith() });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[1-9]\d* passed, 0 failed$/m);
  });
});

describe('a name', () => {
  test('stands for the rule set of cases, on the command line and in their file', async () => {
    const named = "ruleSet: gad-7\ncases: [{ name: some, answers: { worry: several-days }, expect: { status: open } }]\n";
    const cwd = folderWith({ 'named.cases.yaml': named, 'lines.ndjson': CASE });
    expect(await levelOfCare(['rules', 'test', 'named.cases.yaml'], { cwd })).toMatchObject({ exitCode: 0, stdout: '1 passed, 0 failed' });
    expect(await levelOfCare(['rules', 'test', 'lines.ndjson', '--rules', 'audit-c'], { cwd })).toMatchObject({ exitCode: 0, stdout: '1 passed, 0 failed' });
  });

  test.each([
    ['rules check', ['rules', 'check', 'phq-9'], 'phq-9: 0 errors'],
    ['a flag', ['questions', '--rules', 'phq-9', '--json'], '"id": "small"'],
    ['rules diff', ['rules', 'diff', 'phq-9', 'small.yaml', '--json'], '"changed": false'],
  ])('means the file of that name where there is one: %s', async (_what, args, expected) => {
    const { exitCode, stdout } = await levelOfCare(args, { cwd: folderWith({ 'phq-9': SMALL, 'small.yaml': SMALL }) });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(expected);
  });

  test('means nothing where none is given: a file called `adult` is not looked for', async () => {
    const { stdout } = await levelOfCare(['questions', '--json'], { cwd: folderWith({ adult: SMALL }) });
    expect(stdout).toContain('"id": "adult"');
  });

  test.each([
    [['rules', 'check', 'phq9'], 'did you mean `phq-9`?'],
    [['rules', 'test', 'adlut'], 'did you mean `adult`?'],
    [['rules', 'diff', 'adult', 'gad7'], 'did you mean `gad-7`?'],
    [['rules', 'check', 'nothing-like-it'], 'name a YAML file, or one of adult, audit-c, gad-7, phq-9'],
    [['rules', 'test', 'lines.ndjson', '--rules', 'nothing-like-it'], 'name a YAML file, or one of adult, audit-c, gad-7, phq-9'],
  ])('that is none is refused with those that are: %j', async (args, help) => {
    const { exitCode, stdout, stderr } = await levelOfCare(args, { cwd: folderWith({ 'lines.ndjson': CASE }) });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(help);
  });
});
