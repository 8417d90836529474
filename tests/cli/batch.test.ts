import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, MODERATE } from './program.ts';
import { violations } from './schemas.ts';

interface Line {
  readonly line: number;
  readonly id: string | number | null;
  readonly level?: string | null;
  readonly urgency?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

const GOOD = JSON.stringify(MODERATE);

async function batch(input: string | Uint8Array, ...flags: string[]): Promise<{ lines: Line[]; exitCode: number | undefined; stderr: string }> {
  const { stdout, stderr, exitCode } = await levelOfCare(['batch', ...flags], { input });
  return { lines: stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line), exitCode, stderr };
}

describe('one record in, one record out', () => {
  test('in order, with ids echoed and totals apart', async () => {
    const { lines, exitCode, stderr } = await batch([{ id: 'b', ...MODERATE }, { ...MODERATE }, { id: 7, ...MODERATE, severity: 'severe' }].map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect(lines.map(({ line, id, level }) => [line, id, level])).toEqual([[1, 'b', 'iop'], [2, null, 'iop'], [3, 7, 'php']]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '3 records: 3 assessed, 0 rejected (outpatient 0, iop 2, php 1, inpatient 0)\n'.trimEnd() });
    for (const line of lines) expect(await violations('batch', line)).toEqual([]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['broken JSON', '{"age":', 'json-syntax'],
    ['a blank line', '', 'empty'],
    ['blanks', '  ', 'empty'],
    ['a list', '[]', 'wrong-type'],
    ['two values', '{} {}', 'json-syntax'],
    ['a lone carriage return between two records', `${GOOD}\r${GOOD}`, 'control-character'],
    ['an unknown question', GOOD.replace('severity', 'severty'), 'unknown-question'],
    ['an unknown option', GOOD.replace('moderate', 'modrate'), 'unknown-option'],
    ['a key that stands twice', GOOD.replace('}', ',"age":"adult"}'), 'duplicate-key'],
    ['`__proto__`', '{"__proto__":{}}', 'unknown-key'],
    ['missing answers', '{"age":"adult"}', 'unanswered'],
    ['bytes that are not UTF-8', Buffer.from('{"age":"\xff"}', 'latin1'), 'not-utf-8'],
    ['more than 64 KiB', `{"age":"${'x'.repeat(64 * 1024)}"}`, 'too-large'],
    ['an id that is a list', '{"id":[1]}', 'wrong-type'],
    ['an id that loses digits', '{"id":12345678901234567890}', 'wrong-type'],
    ['an id with an escape', '{"id":"\\u001b[31m"}', 'control-character'],
  ])('%s is an error in its place, and the records around it stand', async (_what, bad, code) => {
    const { lines, exitCode, stderr } = await batch(Buffer.concat([Buffer.from(`${GOOD}\n`), Buffer.from(bad), Buffer.from(`\n${GOOD}\n`)]));
    expect(lines.map(({ line, error }) => [line, error?.code])).toEqual([[1, undefined], [2, code], [3, undefined]]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^3 records: 2 assessed, 1 rejected/);
    for (const line of lines) expect(await violations('batch', line)).toEqual([]);
  });

  test.each([
    ['a key that stands twice', '{"id":"a-1","age":"adult","age":"adult"}', 'a-1'],
    ['an unknown question', '{"id":7,"aeg":"adult"}', 7],
    ['an id that stands twice, and so is none', '{"id":1,"id":2}', null],
    ['an id that cannot be shown', String.raw`{"id":"\u001b[31m","age":"adult","age":"adult"}`, null],
    ['broken JSON', '{"id":1,', null],
  ])('the error of a record names the id of the record, where that can be read: %s', async (_what, bad, id) => {
    const { lines } = await batch(`${bad}\n`);
    expect(lines).toMatchObject([{ line: 1, id, error: {} }]);
  });

  test.each([
    ['id,age,safety', 'a-1,adult', 'a-1'],
    ['id,age,safety', 'a-1,adult,none,none', 'a-1'],
    ['id,age,safety', ',adult', null],
    // Which cell is missing is not known, so the second one may be anything.
    ['age,id,safety', 'a-1,none', null],
  ])('so does that of a row with too few or too many cells: %s, %s', async (header, row, id) => {
    const { lines, stderr } = await batch(`${header}\n${row}\n`, '--partial');
    expect(lines).toMatchObject([{ line: 2, id, error: { code: 'wrong-type' } }]);
    expect(stderr).toMatch(/^1 record: 0 assessed, 1 rejected/);
  });

  test('Windows line ends and a last line without an end are fine', async () => {
    const { lines, exitCode } = await batch(`${GOOD}\r\n${GOOD}`);
    expect({ exitCode, levels: lines.map(({ level }) => level) }).toEqual({ exitCode: 0, levels: ['iop', 'iop'] });
  });

  const { schedule: _schedule, ...OPEN } = { ...MODERATE, safety: 'imminent' };

  test.each([
    ['an answer is missing', OPEN, 'emergency'],
    ['an answer is wrong', { ...OPEN, schedule: 'noon' }, 'emergency'],
    ['there is one that nobody asked for', { ...OPEN, mood: 'low' }, 'emergency'],
    ['the urgent answer itself is wrong', { ...OPEN, safety: 'danger' }, undefined],
    ['nothing in it is urgent', { ...OPEN, safety: 'none' }, undefined],
  ])('a rejected record keeps the urgency of what can be read: %s (H50)', async (_what, record, urgency) => {
    const { lines: [line] } = await batch(JSON.stringify(record));
    expect(line).toMatchObject({ line: 1, error: {} });
    expect(line?.urgency).toBe(urgency);
    expect(await violations('batch', line)).toEqual([]);
  });

  test('a byte-order mark is an error of the first record', async () => {
    const { lines } = await batch(`\ufeff${GOOD}\n${GOOD}\n`);
    expect(lines.map(({ error }) => error?.code)).toEqual(['byte-order-mark', undefined]);
  });

  test('with --partial, missing answers make a range', async () => {
    const { lines, exitCode } = await batch('{"severity":"severe"}\n', '--partial');
    expect({ exitCode, line: lines[0] }).toMatchObject({ exitCode: 0, line: { status: 'open', level: null, range: ['php', 'inpatient'] } });
  });

  test('many more records than a pipe holds all come out', async () => {
    const count = 5_000;
    const { lines } = await batch(Array.from({ length: count }, (_, index) => `${JSON.stringify({ id: index, ...MODERATE })}\n`).join(''));
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  test.each([
    ['nothing', ''],
    ['a header that names no question', 'id,severty\n1,mild\n'],
  ])('%s is no input', async (what, input) => {
    const folder = folderWith({ 'records.csv': input });
    const { exitCode, stdout, stderr } = await levelOfCare(['batch', 'records.csv'], { cwd: folder });
    expect({ what, exitCode, stdout }).toEqual({ what, exitCode: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test.each([['missing.ndjson'], ['.']])('an input that cannot be read is refused: %s', async (file) => {
    expect(await levelOfCare(['batch', file])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('tables', () => {
  const HEADER = `id,${Object.keys(MODERATE).join(',')}`;
  const ROW = `a,${Object.values(MODERATE).join(',')}`;

  test.each([
    ['from a file by its name', ['records.csv']],
    ['from standard input by the header', []],
  ])('come in %s', async (_how, args) => {
    const table = `${HEADER},goals\r\n${ROW},relief;skills\r\n"b, c",${Object.values(MODERATE).join(',')},\r\n`;
    const { stdout, exitCode } = await levelOfCare(['batch', ...args], { cwd: folderWith({ 'records.csv': table }), ...(args.length === 0 && { input: table }) });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').map((line) => JSON.parse(line) as Line)).toMatchObject([{ line: 2, id: 'a', level: 'iop' }, { line: 3, id: 'b, c', level: 'iop' }]);
  });

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('whose cells have %s between them are refused in these words', async (separators, separator) => {
    const table = [HEADER, ROW].join('\n').replaceAll(',', separator);
    for (const given of [{ args: [], input: table }, { args: ['records.csv'], cwd: folderWith({ 'records.csv': table }) }]) {
      const { exitCode, stdout, stderr } = await levelOfCare(['batch', ...given.args], given);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(`have ${separators} between them\n  help: put commas between them`);
    }
  });

  test.each([
    ['a row with a cell too few', ROW.replace(',evenings', ''), 'wrong-type'],
    ['a row with an open quote', `"${ROW}`, 'wrong-type'],
    ['a lone carriage return between two rows', `${ROW}\r${ROW}`, 'wrong-type'],
    ['a lone carriage return in the last cell', `${ROW}\rx`, 'unknown-option'],
    ['a blank row', '', 'empty'],
    ['an empty cell', ROW.replace('evenings', ''), 'unanswered'],
    ['an unknown option', ROW.replace('moderate', 'modrate'), 'unknown-option'],
  ])('%s is an error in its place', async (_what, row, code) => {
    const { lines, exitCode } = await batch(`${HEADER}\n${ROW}\n${row}\n${ROW}\n`);
    expect(lines.map(({ line, error }) => [line, error?.code])).toEqual([[2, undefined], [3, code], [4, undefined]]);
    expect(exitCode).toBe(1);
  });

  test.each([
    ['a column that is no question', HEADER.replace('severity', 'severty'), 'did you mean `severity`?'],
    ['a column that stands twice', `${HEADER},age`, '`age` stands twice'],
  ])('a header with %s is refused as a whole', async (_what, header, hint) => {
    const { exitCode, stdout, stderr } = await levelOfCare(['batch'], { input: `${header}\n${ROW}\n` });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  test('go out with one row per record, and no cell is a formula (H38)', async () => {
    const { stdout } = await levelOfCare(['batch', '--format', 'csv'], { input: `${JSON.stringify({ id: '=cmd|calc', ...MODERATE })}\n{"id":-5}\n` });
    const [header, first, second] = stdout.split('\n');
    expect(header).toBe('line,id,status,level,range,urgency,decidedBy,complete,unanswered,error,message');
    expect(first).toMatch(/^1,'=cmd\|calc,decided,iop,iop;iop,routine,/);
    expect(second).toMatch(/^2,-5,,,,,,,,unanswered,/);
  });
});

describe('a file for the results (H14, H15)', () => {
  test('a file has every record, for its owner alone', async () => {
    const folder = folderWith({ 'records.ndjson': `${GOOD}\n{}\n` });
    const { exitCode, stdout } = await levelOfCare(['batch', 'records.ndjson', '--output', 'results.ndjson'], { cwd: folder });
    expect({ exitCode, stdout, lines: readFileSync(path.join(folder, 'results.ndjson'), 'utf8').split('\n').length }).toEqual({ exitCode: 1, stdout: '', lines: 3 });
    expect(statSync(path.join(folder, 'results.ndjson')).mode & 0o777).toBe(0o600);
  });

  test('nothing is left of an input that cannot be read', async () => {
    const folder = folderWith();
    await levelOfCare(['batch', 'missing.ndjson', '--output', 'results.ndjson'], { cwd: folder });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each([['0'], ['1.5'], ['many'], ['65']])('%s is no number of threads', async (jobs) => {
  expect(await levelOfCare(['batch', '--jobs', jobs], { input: '' })).toMatchObject({ exitCode: 2, stdout: '' });
});
