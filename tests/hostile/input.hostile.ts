import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { MODERATE } from '../cli/program.ts';
import { broken, ENTRANCES, type Entrance, harm } from '../contract.ts';
import { corpusTexts, HAS_CORPORA, naughtyStrings, WHERE } from '../corpora.ts';
import { TRAPS } from '../traps.ts';
import { gathered, measured, tooDear } from './measured.ts';

const MEGABYTE = 1024 * 1024;
const folder = folderWith();
let files = 0;

/** Texts that are cheap to write and dear to read. */
const BOMBS: Readonly<Record<string, () => string>> = {
  'lists in lists': () => '['.repeat(100_000),
  'maps in maps': () => '{"a":'.repeat(100_000),
  'lists in lists in YAML': () => '- '.repeat(100_000),
  'maps as keys in YAML': () => '? '.repeat(100_000),
  'open flow maps': () => '{ a: '.repeat(100_000),
  'a list of empty lists': () => `[${'[],'.repeat(300_000)}[]]`,
  'a list of one letter each': () => `rules:\n${'- a\n'.repeat(250_000)}`,
  'a million keys': () => Array.from({ length: 100_000 }, (_, key) => `k${key}: 1\n`).join(''),
  'a million texts without commas': () => `${'[a,'.repeat(40)}${'"'.repeat(500_000)}`,
  'a million line ends': () => '\n'.repeat(1_000_000),
  'a million control characters': () => '\u0001'.repeat(1_000_000),
  'a million records': () => '{}\n'.repeat(340_000),
  'a billion laughs': () => ['a: &a lol', ...Array.from('bcdefghij', (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join()}]`)].join('\n'),
  'anchors without end': () => Array.from({ length: 40_000 }, (_, at) => `- &a${at} x\n`).join(''),
  'a text that goes on and on': () => `a: "${'x \\\n'.repeat(250_000)}"`,
  'one word': () => 'x'.repeat(1_000_000),
};

/** What is broken or too dear when a text comes in by an entrance. */
async function attack({ what, args, endings }: Entrance, name: string, text: string | Uint8Array): Promise<readonly string[]> {
  const found: string[] = [];
  for (const ending of endings.length === 0 ? [''] : endings) {
    files += 1;
    const file = path.join(folder, `${files}${ending}`);
    if (endings.length > 0) writeFileSync(file, text);
    const ended = await measured(args(file), endings.length === 0 ? { input: text } : {});
    const label = `${name} as ${what} ${ending}`;
    found.push(...broken(ended, label), ...tooDear(ended, label));
    rmSync(file, { force: true });
  }
  return found;
}

describe('through the real program, under 5 s and 150 MB (H41)', () => {
  test('bombs, by every entrance (H33)', async () => {
    const jobs = ENTRANCES.flatMap((entrance) => Object.entries(BOMBS).map(([name, text]) => ({ entrance, name, text })));
    expect(await gathered(jobs, ({ entrance, name, text }) => attack(entrance, name, text()))).toEqual([]);
  });

  test('traps, by every entrance (H33)', async () => {
    const jobs = ENTRANCES.flatMap((entrance) => Object.entries(TRAPS).map(([name, text]) => ({ entrance, name, text })));
    expect(await gathered(jobs, ({ entrance, name, text }) => attack(entrance, name, text))).toEqual([]);
  });

  test.skipIf(!HAS_CORPORA)(`each text that others collected, by one entrance after the other (${WHERE})`, async () => {
    const texts = [...corpusTexts(), ...naughtyStrings().map((string) => [string, string] as const)];
    const jobs = texts.map(([name, text], at) => ({ name, text, entrance: ENTRANCES[at % ENTRANCES.length] as Entrance }));
    expect(await gathered(jobs, ({ entrance, name, text }) => attack(entrance, name, text))).toEqual([]);
  });

  test('bombs as records: one line out for each line in (H14)', async () => {
    const found = await gathered(Object.entries(BOMBS), async ([name, text]) => {
      const input = text();
      const ended = await measured(['batch'], { input: `${input}\n` });
      const lines = input.split('\n').length;
      const told = ended.stdout.split('\n').length === lines && ended.exitCode === 1 ? [] : [`${name}: ${ended.exitCode}`];
      return [...told, ...harm(ended.stderr, name), ...tooDear(ended, name)];
    });
    expect(found).toEqual([]);
  });

  test('a file of a gigabyte without a line end, by every entrance', async () => {
    const file = path.join(folder, 'sparse.yaml');
    writeFileSync(file, '');
    truncateSync(file, 1024 * MEGABYTE);
    const found = await gathered(ENTRANCES.filter(({ endings }) => endings.length > 0), async ({ what, args }) => {
      const ended = await measured(args(file));
      return [...broken(ended, what), ...tooDear(ended, what)];
    });
    expect(found).toEqual([]);
    const ended = await measured(['batch', file]);
    expect([...harm(ended.stdout, 'batch'), ...tooDear(ended, 'batch')]).toEqual([]);
    expect({ exitCode: ended.exitCode, results: ended.stdout.split('\n').length }).toEqual({ exitCode: 1, results: 1 });
  });

  test('a line of 600 MB on standard input, by every entrance', async () => {
    const flood = (): Readable => Readable.from(endless(600, Buffer.alloc(MEGABYTE, 'x')));
    const found = await gathered(ENTRANCES.filter(({ endings }) => endings.length === 0), async ({ what, args }) => {
      const ended = await measured(args(''), { input: flood() });
      return [...broken(ended, what), ...tooDear(ended, what)];
    });
    expect(found).toEqual([]);
    const ended = await measured(['batch'], { input: flood() });
    expect([...harm(ended.stdout, 'batch'), ...tooDear(ended, 'batch')]).toEqual([]);
    expect({ exitCode: ended.exitCode, results: ended.stdout.split('\n').length }).toEqual({ exitCode: 1, results: 1 });
  });

  test('a file that may not be read, a folder, and no file at all', async () => {
    const file = path.join(folder, 'secret.yaml');
    writeFileSync(file, JSON.stringify(MODERATE), { mode: 0o000 });
    const names = [folder, path.join(folder, 'missing'), ...(process.getuid?.() === 0 ? [] : [file])];
    const jobs = ENTRANCES.filter(({ endings }) => endings.length > 0).flatMap((entrance) => names.map((name) => ({ entrance, name })));
    expect(await gathered(jobs, async ({ entrance, name }) => broken(await measured(entrance.args(name)), entrance.what))).toEqual([]);
  });
});

function* endless(count: number, chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < count; at += 1) yield chunk;
}
