import { linkSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { BIN, built, MODERATE, ROOT } from '../cli/program.ts';

const RULES = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
const ANSWERS = JSON.stringify(MODERATE);

/** What stands in the files before, by name. */
const FILES = { 'my.yaml': RULES, 'a.json': ANSWERS, 'records.ndjson': `${ANSWERS}\n` };

describe('output never takes the place of what is read', () => {
  test.each([
    ['my.yaml', ['rules', 'export', '--rules', 'my.yaml', '--to', 'csv', '--output', 'my.yaml']],
    ['my.yaml', ['rules', 'map', '--rules', 'my.yaml', '--out', './my.yaml']],
    ['records.ndjson', ['batch', 'records.ndjson', '--partial', '--output', 'records.ndjson']],
    ['a.json', ['assess', '--answers', 'a.json', '--json', '--output', 'a.json']],
  ] as const)('%s: %j', async (name, args) => {
    const cwd = folderWith(FILES);
    const { exitCode, stdout, stderr } = await built([...args], { cwd });
    expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('is what is read, and would be lost') as string });
    expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(FILES[name]);
  });

  test('under another name of the same file', async () => {
    const cwd = folderWith(FILES);
    linkSync(path.join(cwd, 'a.json'), path.join(cwd, 'b.json'));
    expect(await built(['assess', '--answers', 'a.json', '--json', '--output', 'b.json'], { cwd })).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('when it comes by standard input', async () => {
    const cwd = folderWith(FILES);
    const command = ['assess', '--answers', '-', '--json', '--output', 'a.json'];
    const { exitCode, stdout } = await execa('sh', ['-c', '"$0" "$@" < a.json', process.execPath, BIN, ...command], { cwd, reject: false });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(readFileSync(path.join(cwd, 'a.json'), 'utf8')).toBe(ANSWERS);
  });

  test('and another file is written', async () => {
    const cwd = folderWith(FILES);
    expect(await built(['assess', '--answers', 'a.json', '--json', '--output', 'b.json'], { cwd })).toMatchObject({ exitCode: 0, stdout: '' });
    expect(JSON.parse(readFileSync(path.join(cwd, 'b.json'), 'utf8'))).toMatchObject({ level: 'iop' });
  });
});
