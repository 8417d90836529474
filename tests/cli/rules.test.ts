import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';
import { violations } from './schemas.ts';

const CASES = `
ruleSet: ./small.yaml
cases:
  - name: a high total
    answers: { phq: 20, home: steady }
    expect: { level: daily, urgency: soon, decidedBy: [high-total] }
    tags: [totals]
  - name: "a wrong case with a colour"
    answers: { phq: 3, home: steady }
    expect: { level: daily, decidedBy: [start] }
  - name: another wrong case
    answers: { phq: 12 }
    expect: { status: decided, range: [daily, daily] }
`;

function folderWithCases(cases = CASES): string {
  const folder = folderWith({ 'small.cases.yaml': cases });
  copyFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), path.join(folder, 'small.yaml'));
  return folder;
}

describe('rules test', () => {
  test('runs the cases of the built-in rule set, from anywhere', async () => {
    for (const cwd of [ROOT, folderWith()]) {
      const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'test'], { cwd });
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toMatch(/^\d+ passed, 0 failed$/);
    }
  });

  test('shows of a failing case where it stands, what was expected and received, and the rules that fired', async () => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'test', 'small.cases.yaml'], { cwd: folderWithCases() });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('small.cases.yaml:8:5: a wrong case with a colour');
    expect(stdout).toContain('level: expected daily, received visits');
    expect(stdout).toContain('start (visits, routine)');
    expect(stdout).toContain('small.cases.yaml:11:5: another wrong case');
    expect(stdout).toContain('status: expected decided, received open');
    expect(stdout).toContain('range: expected [daily, daily], received [visits, daily]');
    expect(stdout).toContain('1 passed, 2 failed');
  });

  test('prints the same as JSON', async () => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'test', 'small.cases.yaml', '--json'], { cwd: folderWithCases() });
    const run = JSON.parse(stdout) as unknown;
    expect(exitCode).toBe(1);
    expect(run).toMatchObject({
      passed: 1,
      failed: 2,
      notRun: 0,
      cases: [
        { name: 'a high total', passed: true, differences: [] },
        { line: 8, passed: false, differences: [{ of: 'level', expected: 'daily', received: 'visits' }], fired: ['start'] },
        { line: 11, passed: false },
      ],
    });
    expect(await violations('rules-test', run)).toEqual([]);
  });

  test.each([
    ['stops at the first failure with --bail', ['--bail'], '1 passed, 1 failed, 1 not run', 1],
    ['runs only cases whose name matches', ['-t', 'A high'], '1 passed, 0 failed', 0],
    ['runs only cases with a tag', ['--tag', 'totals'], '1 passed, 0 failed', 0],
  ])('%s', async (_what, flags, totals, code) => {
    const { exitCode, stdout } = await levelOfCare(['rules', 'test', 'small.cases.yaml', ...flags], { cwd: folderWithCases() });
    expect(exitCode).toBe(code);
    expect(stdout).toMatch(new RegExp(`${totals}$`));
  });

  test('a run of no cases proves nothing', async () => {
    const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'test', '-t', 'no such case']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('no such case');
  });

  test('the problems of all files come at once, those of rule sets too', async () => {
    const folder = folderWithCases(CASES.replace('phq: 20', 'phq: 200').replace('level: daily, decidedBy', 'level: dayly, decidedBy'));
    writeFileSync(path.join(folder, 'other.cases.yaml'), 'ruleSet: ./none.yaml\ncases: []\n');
    const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'test', 'small.cases.yaml', 'other.cases.yaml'], { cwd: folder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('small.cases.yaml:5:');
    expect(stderr).toContain('did you mean `daily`?');
    expect(stderr).toContain('none.yaml');
  });
});

describe('rules check', () => {
  test('has nothing to say against the built-in rule set', async () => {
    const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'check']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('rules/adult.yaml: 0 errors');
  });

  test('shows a gap with answers that no rule covers', async () => {
    const folder = folderWithCases();
    writeFileSync(path.join(folder, 'gap.yaml'), readFileSync(path.join(folder, 'small.yaml'), 'utf8').replace('phq: { atLeast: 0 }', 'phq: { atLeast: 5 }'));
    const text = await levelOfCare(['rules', 'check', 'gap.yaml'], { cwd: folder });
    expect(text.exitCode).toBe(1);
    expect(text.stdout).toMatch(/gap\.yaml:\d+:\d+: /);
    expect(text.stdout).toMatch(/answers: \{ phq: \d, home: \w+ \}/);
    const json = await levelOfCare(['rules', 'check', 'gap.yaml', '--json'], { cwd: folder });
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ files: [{ file: 'gap.yaml', findings: expect.arrayContaining([expect.objectContaining({ code: 'gap' })]) as unknown }] });
  });

  test('a file that is no rule set is invalid input', async () => {
    const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'check', 'small.cases.yaml', 'missing.yaml'], { cwd: folderWithCases() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('small.cases.yaml:');
    expect(stderr).toContain('missing.yaml');
  });
});

test('the rule set that is shipped is the compiled YAML', () => {
  const read = readRuleSet(readFileSync(path.join(ROOT, 'rules/adult.yaml'), 'utf8'), 'rules/adult.yaml');
  const shipped = JSON.parse(readFileSync(path.join(ROOT, 'dist/rules/adult.json'), 'utf8')) as RuleSet;
  expect(shipped.digest).toBe(read.ok && read.value.ruleSet.digest);
  expect(shipped).toEqual(read.ok && read.value.ruleSet);
});

test.each(['answers', 'assessment', 'rule-set', 'cases', 'batch', 'questions', 'rules-test'])('the schema of %s is one', async (name) => {
  const { exitCode, stdout } = await levelOfCare(['schema', name]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
});

test('the schemas beside the rules are those that the program prints', async () => {
  for (const name of ['rule-set', 'cases']) {
    const beside = JSON.parse(readFileSync(path.join(ROOT, `rules/${name}.schema.json`), 'utf8')) as { title: string };
    expect(beside.title).toBe((JSON.parse((await levelOfCare(['schema', name])).stdout) as { title: string }).title);
  }
});

describe('questions', () => {
  test('lists ids, options and texts', async () => {
    const { stdout } = await levelOfCare(['questions', '--rules', 'tests/fixtures/small.yaml']);
    expect(stdout).toContain('home (need): How is home?');
    expect(stdout).toContain('shaky');
    expect(stdout).toContain('0 to 27');
    expect(stdout).toContain('wishes (note, several)');
  });

  test('prints the same as JSON', async () => {
    const value = JSON.parse((await levelOfCare(['questions', '--json'])).stdout) as unknown;
    expect(value).toMatchObject({ ruleSet: { id: 'adult' } });
    expect(await violations('questions', value)).toEqual([]);
  });
});
