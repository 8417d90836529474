import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_LINE_BYTES } from '../../src/files/blocks.ts';
import { readLines, type Line } from '../../src/files/lines.ts';
import type { Host } from '../../src/model/host.ts';
import { InvalidInput } from '../../src/model/problem.ts';
import { folderWith } from '../cli/folder.ts';

async function linesOf(chunks: readonly Uint8Array[], controller = new AbortController()): Promise<readonly Line[]> {
  const host = { cwd: '/', stdin: Readable.from(chunks), signal: controller.signal } as unknown as Host;
  const lines: Line[] = [];
  for await (const some of readLines(host, '-')) lines.push(...some);
  return lines;
}

async function texts(...chunks: string[]): Promise<readonly (string | undefined)[]> {
  return (await linesOf(chunks.map((chunk) => Buffer.from(chunk)))).map(({ text }) => (text.ok ? text.value : text.problems[0]?.code));
}

test.each<[string, string[], string[]]>([
  ['nothing', [''], []],
  ['a line', ['a\n'], ['a']],
  ['a line without an end', ['a'], ['a']],
  ['an empty line', ['\n'], ['']],
  ['empty lines between and after', ['a\n\nb\n\n'], ['a', '', 'b', '']],
  ['Windows line ends', ['a\r\nb\r\n'], ['a', 'b']],
  ['a lone carriage return', ['a\rb\n'], ['a\rb']],
  ['a line in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['a line end in pieces', ['a\r', '\nb'], ['a', 'b']],
  ['a byte-order mark', ['\ufeffa\nb\n'], ['byte-order-mark', 'b']],
  ['the longest line', [`${'x'.repeat(MOST_LINE_BYTES)}\nb\n`], ['x'.repeat(MOST_LINE_BYTES), 'b']],
  ['a line that is too long', [`${'x'.repeat(MOST_LINE_BYTES + 1)}\nb\n`], ['too-large', 'b']],
  ['a line that is too long and has no end', ['a\n', 'x'.repeat(MOST_LINE_BYTES), 'x'], ['a', 'too-large']],
])('%s', async (_what, chunks, expected) => {
  expect(await texts(...chunks)).toEqual(expected);
});

test('a character may be split between chunks', async () => {
  const bytes = Buffer.from('日\n');
  expect(await linesOf([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual([{ line: 1, text: { ok: true, value: '日' } }]);
});

test('a line that is not UTF-8 is one problem in its place', async () => {
  const lines = await linesOf([Buffer.from('a\n\xff\nb\n', 'latin1')]);
  expect(lines.map(({ line, text }) => [line, text.ok])).toEqual([[1, true], [2, false], [3, true]]);
});

test('however the bytes arrive, no line is lost', async () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '日', '👩', ' ') }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (lines, sizes) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const chunks: Buffer[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) chunks.push(bytes.subarray(at, (at += sizes[turn % sizes.length] ?? 1)));
      expect((await linesOf(chunks)).map((each) => each.text)).toEqual(lines.map((value) => ({ ok: true, value })));
    }),
  );
});

test('a missing file is a problem', async () => {
  const host = { cwd: folderWith(), signal: new AbortController().signal } as unknown as Host;
  await expect(readLines(host, 'missing').next()).rejects.toThrow(InvalidInput);
  await expect(readLines(host, 'a\u0000b').next()).rejects.toThrow(InvalidInput);
});

test('a signal ends the reading, as itself', async () => {
  const controller = new AbortController();
  const stdin = new Readable({ read: () => controller.abort('SIGINT') });
  const host = { cwd: '/', stdin, signal: controller.signal } as unknown as Host;
  await expect(readLines(host, '-').next()).rejects.toBe('SIGINT');
});
