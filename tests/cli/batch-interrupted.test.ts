import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { BIN, built, MODERATE } from './program.ts';

const GOOD = JSON.stringify(MODERATE);

describe('outputs are whole or absent (H14, H15)', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('nothing is left after %s', async (signal, code) => {
    const folder = folderWith();
    const running = execa(process.execPath, [BIN, 'batch', '--output', 'results.ndjson'], { cwd: folder, reject: false });
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    running.stdin.write(`${GOOD}\n`);
    running.kill(signal);
    expect(await running).toMatchObject({ exitCode: code, stdout: '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what stood there before is whole after `kill -9`', async () => {
    const folder = folderWith({ 'results.ndjson': 'old' });
    const running = execa(process.execPath, [BIN, 'batch', '--output', 'results.ndjson'], { cwd: folder, reject: false });
    while (readdirSync(folder).length === 1) await new Promise((resolve) => setTimeout(resolve, 10));
    running.stdin.write(`${GOOD}\n`.repeat(100));
    running.kill('SIGKILL');
    await running;
    expect(readFileSync(path.join(folder, 'results.ndjson'), 'utf8')).toBe('old');
  });

  test('a slow reader gets every record', () => {
    const folder = folderWith({ 'records.ndjson': `${GOOD}\n`.repeat(5_000) });
    const script = `"${process.execPath}" "${BIN}" batch records.ndjson 2>/dev/null | { sleep 0.5; wc -l; }`;
    expect(execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim()).toBe('5000');
  });

  test('a reader that goes away ends the program quietly, and not with 0', () => {
    const folder = folderWith({ 'records.ndjson': `${GOOD}\n`.repeat(20_000) });
    const script = `"${process.execPath}" "${BIN}" batch records.ndjson | head -1; echo "\${PIPESTATUS[0]}"`;
    const stdout = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\n').slice(1)).toEqual(['141', '']);
  });
});

describe('in several threads', { timeout: 120_000 }, () => {
  // Enough that further threads have something to do, since they start after 32 MiB; with long ids, records are few.
  const records = Array.from({ length: 1000 }, (_, index) => `${JSON.stringify({ id: `${index} `.padEnd(1000), ...MODERATE, severity: ['mild', 'moderate', 'severe', 'wrong'][index % 4] })}\n`).join('');
  const folder = folderWith({ 'records.ndjson': records.repeat(40) });

  test('the results are the same, in the same order', async () => {
    const [one, three] = await Promise.all([1, 3].map((jobs) => built(['batch', 'records.ndjson', '--jobs', String(jobs), '--output', `results-${jobs}.ndjson`], { cwd: folder })));
    expect(one).toMatchObject({ exitCode: 1 });
    expect(three).toEqual(one);
    expect(readFileSync(path.join(folder, 'results-3.ndjson')).equals(readFileSync(path.join(folder, 'results-1.ndjson')))).toBe(true);
  });

  test.each([
    ['a full disk', '> /dev/full', '2'],
    ['a reader that goes away', '| head -10000 > /dev/null', '141'],
  ])('%s ends them all, and not with 0', (_what, redirection, code) => {
    const script = `"${process.execPath}" "${BIN}" batch --jobs 3 records.ndjson 2>/dev/null ${redirection}; echo "\${PIPESTATUS[0]}"`;
    expect(execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim()).toBe(code);
  });

  test('nothing is left after a signal', async () => {
    const before = readdirSync(folder).sort();
    const running = execa(process.execPath, [BIN, 'batch', '--jobs', '3', '--output', 'late.ndjson'], { cwd: folder, reject: false });
    while (readdirSync(folder).length === before.length) await new Promise((resolve) => setTimeout(resolve, 10));
    running.stdin.on('error', () => {});
    running.stdin.write(readFileSync(path.join(folder, 'records.ndjson')), () => running.kill('SIGTERM'));
    expect(await running).toMatchObject({ exitCode: 143 });
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
