import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { adult } from '../rule-sets.ts';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';

test('the rules are written as SQL for the database that is asked for', async () => {
  for (const [dialect, word] of [['duckdb', 'VARCHAR'], ['postgres', 'MATERIALIZED'], ['spark', 'array_join'], ['bigquery', 'ARRAY_TO_STRING(']] as const) {
    const { stdout, stderr, exitCode } = await levelOfCare(['rules', 'export', '--to', 'sql', '--dialect', dialect]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(word);
    expect(stdout).toContain(adult().digest);
  }
});

test('the rules are written as a table that has all that decides, its version, and room to sign', async () => {
  const folder = folderWith();
  expect(await levelOfCare(['rules', 'export', '--to', 'csv', '--output', 'rules.csv'], { cwd: folder })).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  const file = path.join(folder, 'rules.csv');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true });
  const { rules, scores, questions, digest, version } = adult();
  const notSure = questions.filter((question) => question.notSure !== undefined);
  expect(rows.map(({ kind, id }) => [kind, id])).toEqual([
    ['scope', 'scope'],
    ...scores.map(({ id }) => ['score', id]),
    ...notSure.map(({ id }) => ['not-sure', id]),
    ...rules.map(({ id }) => ['rule', id]),
  ]);
  for (const row of rows) expect(row).toMatchObject({ rule_set: 'adult', version, digest, reviewed_by: '', reviewed_on: '', decision: '', comment: '' });
  expect(rows.find(({ id }) => id === 'severe-in-unsafe-home')).toMatchObject({ level: 'inpatient', urgency: 'urgent', when: 'severity at least severe, home unsafe' });
});

test('no cell of the table is a formula (H38)', async () => {
  const yaml = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8').replace('because: The total is high.', 'because: "=HYPERLINK(1)"');
  const { stdout } = await levelOfCare(['rules', 'export', '--to', 'csv', '--rules', 'rules.yaml'], { cwd: folderWith({ 'rules.yaml': yaml }) });
  expect(parse(stdout).flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(stdout).toContain("'=HYPERLINK(1)");
});

test.each([[[]], [['--to', 'xml']], [['--to', 'sql', '--dialect', 'mysql']]])('what cannot be written is refused: %j', async (flags) => {
  expect(await levelOfCare(['rules', 'export', ...flags])).toMatchObject({ exitCode: 2, stdout: '' });
});
