import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

const SMALL = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
const NEW = SMALL.replace('max: 27', 'max: 20').replace('text: Shaky }', 'text: Shaky }\n      - { id: none, text: None }');
const BAD_BYTES = Buffer.from([0x70, 0x68, 0x71, 0xff, 0x2c, 0x68, 0x6f, 0x6d, 0x65, 0x0a]);

function run(words: readonly string[], { input, files = {} }: { readonly input?: string | Uint8Array; readonly files?: Readonly<Record<string, string | Uint8Array>> } = {}) {
  const cwd = folderWith({ 'small.yaml': SMALL, ...files });
  return onSource(words, ROOT, { cwd, ...(input !== undefined && { input }) });
}

describe('batch', () => {
  test('a first line that is no header and no JSON is a record that is rejected, and so are those after it', async () => {
    const { exitCode, stdout, stderr } = await run(['batch', '--rules', 'small.yaml'], { input: 'hello\nworld\n' });
    expect(exitCode).toBe(1);
    expect(stdout.split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ line: 1, error: { code: 'json-syntax' } }, { line: 2, error: { code: 'json-syntax' } }]);
    expect(stderr).toContain('2 rejected');
  });

  test('a table whose header is no text, or no row of cells, is refused as a whole', async () => {
    for (const [header, code] of [[BAD_BYTES, 'these bytes are not UTF-8'], ['"phq,home\n', 'not a row of comma-separated cells']] as const) {
      const { exitCode, stdout, stderr } = await run(['batch', '--rules', 'small.yaml', 'table.csv'], { files: { 'table.csv': header } });
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(code);
    }
  });

  test('an input without a record is refused', async () => {
    const { exitCode, stdout, stderr } = await run(['batch', '--rules', 'small.yaml'], { input: '' });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('there is no record in');
  });
});

describe('rules diff on records', () => {
  const diff = (input: string | Uint8Array) => run(['rules', 'diff', '--on', '-', '--json', 'small.yaml', 'new.yaml'], { input, files: { 'new.yaml': NEW } });

  test('come in by standard input; a line that holds none is told with its reason', async () => {
    const lines = ['{"phq":3,"home":"steady"}', '[1, 2]', '{"phq":3,"home":"nowhere"}', '{"phq":25,"home":"shaky"}', '{"phq":3,"home":"none"}', '{"phq":'];
    const { stdout } = await diff(`${lines.join('\n')}\n`);
    expect((JSON.parse(stdout) as { effect: unknown }).effect).toMatchObject({
      file: '<stdin>',
      compared: '2',
      notCompared: '1',
      rejected: '3',
      rejectedLines: [{ line: 2, code: 'wrong-type' }, { line: 3, code: 'unknown-option' }, { line: 6, code: 'json-syntax' }],
    });
  });

  test('a line that is no text is told, too', async () => {
    const { stdout } = await diff(Buffer.concat([Buffer.from('{"phq":3}\n'), BAD_BYTES]));
    expect((JSON.parse(stdout) as { effect: unknown }).effect).toMatchObject({ rejectedLines: [{ line: 2, code: 'not-utf-8' }] });
  });
});

describe('rules test', () => {
  const CASES = 'ruleSet: ./broken.yaml\ncases:\n  - { name: one, answers: { phq: 3 }, expect: { urgency: routine } }\n';
  const files = { 'broken.yaml': SMALL.replace('version: 1.0.0', 'version: one'), 'a.cases.yaml': CASES, 'b.cases.yaml': CASES, 'c.ndjson': '{"name":"one","answers":{"phq":3},"expect":{"urgency":"routine"}}\n' };

  test('what is wrong with a rule set is told once, however many files of cases name it', async () => {
    const { exitCode, stdout, stderr } = await run(['rules', 'test', 'a.cases.yaml', 'b.cases.yaml'], { files });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.match(/broken\.yaml:2:\d+:/g)).toHaveLength(1);
  });

  test('the same for cases that stand one on a line', async () => {
    const { exitCode, stderr } = await run(['rules', 'test', '--rules', 'broken.yaml', 'c.ndjson'], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/broken\.yaml:2:\d+:/);
  });
});
