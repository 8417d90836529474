import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openOutput, writeAll, writeOutput } from '../../src/files/output.ts';
import type { Host } from '../../src/model/host.ts';
import { InvalidInput } from '../../src/model/problem.ts';
import { folderWith } from '../cli/folder.ts';

function hostIn(cwd: string, stdout?: Writable): Host {
  return { cwd, stdout, signal: new AbortController().signal } as unknown as Host;
}

describe('a file', () => {
  test('appears when it is kept, and not before (H15)', async () => {
    const folder = folderWith({ 'result.txt': 'old' });
    const output = await openOutput(hostIn(folder), 'result.txt');
    await output.write('a');
    await output.write('b');
    expect(readFileSync(path.join(folder, 'result.txt'), 'utf8')).toBe('old');
    await output.keep();
    await output.discard();
    expect(readFileSync(path.join(folder, 'result.txt'), 'utf8')).toBe('ab');
    expect(readdirSync(folder)).toEqual(['result.txt']);
  });

  test('leaves nothing when it is discarded', async () => {
    const folder = folderWith();
    const output = await openOutput(hostIn(folder), 'result.txt');
    await output.write('a');
    await output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is for its owner alone, even where a file for all stood (H29)', async () => {
    const folder = folderWith({ 'result.txt': 'old' });
    expect(statSync(path.join(folder, 'result.txt')).mode & 0o044).not.toBe(0);
    await writeOutput(hostIn(folder), 'result.txt', 'new');
    expect(statSync(path.join(folder, 'result.txt')).mode & 0o777).toBe(0o600);
  });

  test('is refused where a link, a folder or a device stands, or no folder is', async () => {
    const folder = folderWith({ target: 'kept' });
    symlinkSync('target', path.join(folder, 'link'));
    symlinkSync('nothing', path.join(folder, 'dangling'));
    for (const file of ['link', 'dangling', '.', '/dev/null', 'nowhere/file', 'target/file', 'a\u0000b']) {
      await expect(writeOutput(hostIn(folder), file, 'x')).rejects.toThrow(InvalidInput);
    }
    expect(readdirSync(folder).sort()).toEqual(['dangling', 'link', 'target']);
    expect(readFileSync(path.join(folder, 'target'), 'utf8')).toBe('kept');
  });

  test('that cannot take its name leaves nothing', async () => {
    const folder = folderWith();
    const output = await openOutput(hostIn(folder), 'result.txt');
    await output.write('a');
    writeFileSync(path.join(folder, 'other'), '');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(path.join(folder, 'result.txt'));
    await expect(output.keep()).rejects.toThrow(InvalidInput);
    await output.discard();
    expect(readdirSync(folder).sort()).toEqual(['other', 'result.txt']);
  });

  test('is not begun after a signal', async () => {
    const folder = folderWith();
    const host = { cwd: folder, signal: AbortSignal.abort('SIGINT') } as unknown as Host;
    await expect(openOutput(host, 'result.txt')).rejects.toBe('SIGINT');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('standard output', () => {
  test('takes the text when no file is named, or `-`', async () => {
    const written: string[] = [];
    const stdout = new Writable({ decodeStrings: false, write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) });
    await writeOutput(hostIn('/', stdout), undefined, 'a');
    await writeOutput(hostIn('/', stdout), '-', 'b');
    expect(written).toEqual(['a', 'b']);
  });

  test('that is full is a problem', async () => {
    await expect(writeOutput(hostIn('/', failing('ENOSPC')), undefined, 'a')).rejects.toThrow(InvalidInput);
  });

  test('whose reader has gone stays a closed pipe', async () => {
    await expect(writeOutput(hostIn('/', failing('EPIPE')), undefined, 'a')).rejects.toMatchObject({ code: 'EPIPE' });
  });

  test('is waited for', async () => {
    let taken = false;
    const slow = new Writable({ write: (_chunk, _encoding, done) => void setTimeout(() => ((taken = true), done()), 20) });
    await writeAll(slow, 'a');
    expect(taken).toBe(true);
  });
});

function failing(code: string): Writable {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
  return stream.on('error', () => {});
}
