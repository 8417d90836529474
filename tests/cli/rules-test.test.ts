import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';
import { violations } from './schemas.ts';

const YAML = `ruleSet: ./small.yaml
cases:
  - { name: low total, answers: { phq: 3, home: shaky }, expect: { level: visits }, tags: [low] }
  - { name: high (total), answers: { phq: 20, home: steady }, expect: { level: daily, urgency: soon }, tags: [high] }
`;
const LINES = `{"name": "low total", "answers": {"phq": 3, "home": "shaky"}, "expect": {"level": "visits"}}
{"name": "wrong", "answers": {"phq": 3, "home": "shaky"}, "expect": {"level": "daily"}}
`;

const SMALL = path.join(ROOT, 'tests/fixtures/small.yaml');
const folder = folderWith({
  'small.cases.yaml': YAML,
  'small.cases.ndjson': LINES,
  'changed.yaml': readFileSync(SMALL, 'utf8').replace('phq: { atLeast: 15 }', 'phq: { atLeast: 21 }'),
});
copyFileSync(SMALL, path.join(folder, 'small.yaml'));

async function rulesTest(...args: readonly string[]) {
  const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'test', ...args], { cwd: folder });
  return { exitCode, stdout, stderr };
}

describe('coverage', () => {
  test('of the built-in cases is whole', async () => {
    const { exitCode, stdout } = await rulesTest('--min-coverage', '100');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/coverage of .*adult\.yaml: 100%/);
  });

  test('says what is open, where it stands, and fails only below the least that is asked for', async () => {
    const { exitCode, stdout } = await rulesTest('small.cases.yaml', '--coverage');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 passed, 0 failed\ncoverage of small.yaml: ');
    expect(stdout).toContain('small.yaml:27:27: rule `home-and-total`, part `home shaky`: no case turns on it being true');
    expect((await rulesTest('small.cases.yaml', '--min-coverage', '50')).exitCode).toBe(0);
    expect((await rulesTest('small.cases.yaml', '--min-coverage', '99.5')).exitCode).toBe(1);
  });

  test('counts only the cases that were run', async () => {
    const { stdout } = await rulesTest('small.cases.yaml', '--coverage', '--tag', 'low');
    expect(stdout).toContain('no case gets the level `daily`');
  });

  test('prints the same as JSON, with cases to paste', async () => {
    const { exitCode, stdout } = await rulesTest('small.cases.yaml', '--suggest', '2', '--json');
    const run = JSON.parse(stdout) as { coverage: { suggestions: unknown[] }[] };
    expect(exitCode).toBe(0);
    expect(run).toMatchObject({
      coverage: [
        {
          file: 'small.yaml',
          open: expect.arrayContaining([{ kind: 'part', rule: 'home-and-total', name: 'home shaky', missing: ['true'], line: 27 }]) as unknown,
          impossible: expect.arrayContaining([{ kind: 'part', rule: 'start', name: 'phq at least 0', line: 25 }]) as unknown,
          suggestions: [{ shows: { kind: 'rule', name: 'home-and-total' }, near: { line: 3, changed: ['phq'] }, outcome: { level: 'daily' } }, {}],
        },
      ],
    });
    expect(await violations('rules-test', run)).toEqual([]);
  });

  test.each(['junit', 'tap', 'github'])('goes to standard error when the format is %s', async (format) => {
    const { exitCode, stdout, stderr } = await rulesTest('small.cases.yaml', '--format', format, '--min-coverage', '100');
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('coverage');
    expect(stderr).toContain('coverage of small.yaml: ');
  });
});

describe('cases', () => {
  test('come as lines of JSON, too', async () => {
    const { exitCode, stdout } = await rulesTest('small.cases.ndjson', '--rules', 'small.yaml');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('small.cases.ndjson:2:1: wrong');
    expect(stdout).toContain('1 passed, 1 failed');
  });

  test('of lines are about the built-in rule set when none is named', async () => {
    const { exitCode, stderr } = await rulesTest('small.cases.ndjson');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('small.cases.ndjson:1:');
  });

  test('can be tried on another version of their rule set', async () => {
    const { exitCode, stdout } = await rulesTest('small.cases.yaml', '--rules', 'changed.yaml');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('level: expected daily, received visits');
  });

  test.each([
    ['text in a name, brackets and all', ['-t', 'H (Total)'], 1],
    ['a regular expression in a name', ['-t', '/^(low|high)/'], 2],
    ['one of several tags', ['--tag', 'low', '--tag', 'none'], 1],
  ])('are chosen by %s', async (_what, flags, cases) => {
    const { exitCode, stdout } = await rulesTest(...flags, 'small.cases.yaml');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${cases} passed, 0 failed` });
  });

  test.each([
    ['no case has all that is asked for', ['-t', 'low', '--tag', 'high'], 'has the name `low` and the tag `high`'],
    ['a broken regular expression', ['-t', '/(/'], 'is not a regular expression'],
    ['a percentage above 100', ['--min-coverage', '101'], 'from 0 to 100'],
    ['no suggestions', ['--suggest', '0'], 'from 1 to 1000'],
    ['half a suggestion', ['--suggest', '1.5'], 'not a whole number'],
    ['an update of what is expected, which does not exist', ['--update'], 'there is no flag `--update`'],
  ])('are not run with %s', async (_what, flags, message) => {
    const { exitCode, stdout, stderr } = await rulesTest('small.cases.yaml', ...flags);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
