import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../src/commands/run.ts';
import type { Host } from '../../src/model/host.ts';
import { ROOT } from '../cli/program.ts';

/** A run whose standard output fails with this error. */
function failing(error: Error, argv: readonly string[], stderr: Writable = new PassThrough()): Promise<number> {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done(error) }).on('error', () => {});
  const host = { stdin: new PassThrough(), stdout, stderr, env: {}, cwd: ROOT, today: '2026-01-01', signal: new AbortController().signal };
  return run({ host: host as unknown as Host, packageFolder: ROOT, argv, version: '1.0.0' });
}

test.each([[['--version']], [['levels']]])('a reader that went away ends %j with the code of a closed pipe', async (argv) => {
  await expect(failing(Object.assign(new Error('gone'), { code: 'EPIPE' }), argv)).resolves.toBe(141);
});

test.each([[['--version']], [['levels']]])('a disk that is full is told, and ends %j with 2', async (argv) => {
  const stderr = new PassThrough();
  await expect(failing(Object.assign(new Error('full'), { code: 'ENOSPC' }), argv, stderr)).resolves.toBe(2);
  expect(String(stderr.read())).toContain('no space is left');
});

test('nobody who could be told is no reason to fail otherwise', async () => {
  const deaf = new Writable({ write: (_chunk, _encoding, done) => done(new Error('deaf')) }).on('error', () => {});
  await expect(failing(Object.assign(new Error('full'), { code: 'ENOSPC' }), ['levels'], deaf)).resolves.toBe(2);
});
