import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readFile, readInput } from '../../src/files/read.ts';
import type { Host } from '../../src/model/host.ts';
import type { Read } from '../../src/model/problem.ts';
import { folderWith } from '../cli/folder.ts';

const MOST = 1024 * 1024;

function hostIn(cwd: string, ...chunks: Uint8Array[]): Host {
  return { cwd, stdin: Readable.from(chunks) } as unknown as Host;
}

function codes(read: Read<string>): readonly string[] {
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

/** Reads the same bytes as a file and as standard input. */
async function bothWays(content: string | Uint8Array): Promise<Read<string>[]> {
  const bytes = Buffer.from(content as string);
  const folder = folderWith({ file: content });
  return [readFile(hostIn(folder), 'file', MOST), await readInput(hostIn(folder, bytes.subarray(0, 3), bytes.subarray(3)), '-', MOST)];
}

test.each(['', 'plain\n', 'ünï – 日本 👩‍👩‍👧\r\n', 'x'.repeat(MOST)])('a text is read as it is', async (text) => {
  for (const read of await bothWays(text)) expect(read).toEqual({ ok: true, value: text });
});

test.each<[string, string | Uint8Array, string]>([
  ['a byte too many', 'x'.repeat(MOST + 1), 'too-large'],
  ['UTF-8 with a byte-order mark', '\ufeffa', 'byte-order-mark'],
  ['UTF-16, little end first', Buffer.from('\ufeffa', 'utf16le'), 'byte-order-mark'],
  ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'byte-order-mark'],
  ['UTF-32', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 'byte-order-mark'],
  ['Latin-1', Buffer.from('caf\xe9', 'latin1'), 'not-utf-8'],
  ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80]), 'not-utf-8'],
  ['an overlong slash', Buffer.from([0xc0, 0xaf]), 'not-utf-8'],
])('%s is refused', async (_what, content, code) => {
  for (const read of await bothWays(content)) expect(codes(read)).toEqual([code]);
});

test('bytes that are not UTF-8 are found', async () => {
  for (const read of await bothWays(Buffer.from('one\ntwo\nth\xffree\n\xff', 'latin1'))) {
    expect(read).toMatchObject({ ok: false, problems: [{ place: { line: 3, column: 3, text: '' } }] });
  }
});

describe('what is no file', () => {
  const folder = folderWith({ secret: 'x', plain: 'x' });

  test.each([
    ['a missing file', 'missing', 'there is no file `missing`'],
    ['a folder', '.', '`.` is a folder, not a file'],
    ['a path through a file', 'plain/more', 'there is no file `plain/more`'],
    ['a name with a NUL', 'a\u0000b', 'cannot be used as a file'],
    ['a name that is too long', 'x'.repeat(300), 'cannot be used as a file'],
    ['a link to itself', 'loop', 'cannot be used as a file'],
  ])('%s is refused', (_what, file, message) => {
    if (file === 'loop') symlinkSync('loop', path.join(folder, 'loop'));
    const read = readFile(hostIn(folder), file, MOST);
    expect(codes(read)).toEqual(['cannot-read']);
    expect(read.ok || read.problems[0]?.message).toContain(message);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission is refused', () => {
    chmodSync(path.join(folder, 'secret'), 0);
    expect(readFile(hostIn(folder), 'secret', MOST)).toMatchObject({ ok: false, problems: [{ code: 'cannot-read', message: '`secret` may not be read' }] });
  });
});

test('a huge file is refused unread', () => {
  const folder = folderWith();
  writeFileSync(path.join(folder, 'sparse'), '');
  truncateSync(path.join(folder, 'sparse'), 2 ** 40);
  expect(codes(readFile(hostIn(folder), 'sparse', MOST))).toEqual(['too-large']);
});

test('a device without an end is refused', () => {
  expect(codes(readFile(hostIn('/'), '/dev/zero', MOST))).toEqual(['too-large']);
});

test('a named pipe is read to its end', async () => {
  const folder = folderWith();
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { spawn } = await import('node:child_process');
  const writer = spawn('sh', ['-c', `printf abc > "${pipe}"`]);
  expect(readFile(hostIn(folder), 'pipe', MOST)).toEqual({ ok: true, value: 'abc' });
  await new Promise((resolve) => writer.on('exit', resolve));
});

test('standard input that breaks is refused', async () => {
  const host = { cwd: '/', stdin: new Readable({ read() { this.destroy(Object.assign(new Error('no'), { code: 'EISDIR' })); } }) } as unknown as Host;
  expect(await readInput(host, '-', MOST)).toMatchObject({ ok: false, problems: [{ code: 'cannot-read', message: '`<stdin>` is a folder, not a file' }] });
});
