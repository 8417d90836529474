import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderWith } from './cli/folder.ts';
import { onSource } from './cli/on-source.ts';
import { type Ended, MODERATE, ROOT } from './cli/program.ts';
import { broken, ENTRANCES, type Entrance, harm } from './contract.ts';
import { corpusTexts, HAS_CORPORA, naughtyStrings, WHERE } from './corpora.ts';
import { TRAPS } from './traps.ts';

type Text = string | Uint8Array;

const folder = folderWith();
let files = 0;
const HEADER = Object.keys(MODERATE).join(',');
const VALUES = Object.values(MODERATE).join(',');

/** Hands texts in by an entrance, in each way that it has or with the one ending given; tells which were not refused as they should be. */
async function letIn({ what, args, endings }: Entrance, texts: Iterable<readonly [string, Text]>, endingOf?: (name: string) => string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, text] of texts) {
    if (endings.length === 0) found.push(...broken(await onSource(args(''), ROOT, { input: text }), `${name} as ${what}`));
    for (const ending of endingOf === undefined || endings.length < 2 ? endings : [endingOf(name)]) {
      files += 1;
      // A name of its own: writing over a file takes the disk much longer.
      const file = path.join(folder, `input-${files}${ending}`);
      writeFileSync(file, text);
      found.push(...broken(await onSource(args(file), ROOT), `${name} as ${what}`));
    }
  }
  return found;
}

/** What came of a batch, with the number of lines that went in. */
async function batchOf(texts: readonly Text[], ...flags: string[]): Promise<{ lines: number; results: readonly { readonly error?: unknown }[]; harmful: readonly string[]; exitCode: Ended['exitCode'] }> {
  const input = Buffer.concat(texts.flatMap((text) => [Buffer.from(text as string), Buffer.from('\n')]));
  const { exitCode, stdout, stderr } = await onSource(['batch', ...flags], ROOT, { input });
  const results = stdout.split('\n').map((line) => JSON.parse(line) as { readonly error?: unknown });
  return { lines: input.filter((byte) => byte === 0x0a).length, results, harmful: harm(`${stdout}\n${stderr}`, 'batch'), exitCode };
}

const inQuotes = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/[\r\n]/g, ' ')}"`;

describe('each trap is refused (H08, H09, H10, H33)', () => {
  test.each(ENTRANCES)('as $what', async (entrance) => {
    expect(await letIn(entrance, Object.entries(TRAPS))).toEqual([]);
  });

  test.each([
    ['records', ['{}']],
    ['rows of a table', [HEADER]],
  ])('as %s, each line in its place (H14)', async (_what, head) => {
    const { lines, results, harmful, exitCode } = await batchOf([...head, ...Object.values(TRAPS)]);
    expect({ harmful, exitCode }).toEqual({ harmful: [], exitCode: 1 });
    expect(results).toHaveLength(head[0] === HEADER ? lines - 1 : lines);
    expect(results.filter(({ error }) => error === undefined)).toEqual([]);
  });
});

describe.skipIf(!HAS_CORPORA)(`what others collected (${WHERE})`, () => {
  test.each(ENTRANCES)('is refused as $what', { timeout: 120_000 }, async (entrance) => {
    const strings = naughtyStrings().map((string) => [string, string] as const);
    expect(await letIn(entrance, [...corpusTexts(), ...strings], (name) => path.extname(name).replace(/^(?!\.(json|yaml)$).*/, ''))).toEqual([]);
  });

  test.each([
    ['records', ['{}']],
    ['rows of a table', [HEADER]],
  ])('is told as %s, each line in its place (H14)', async (_what, head) => {
    const { lines, results, harmful, exitCode } = await batchOf([...head, ...corpusTexts().map(([, text]) => text), ...naughtyStrings()]);
    expect({ harmful, exitCode }).toEqual({ harmful: [], exitCode: 1 });
    expect(results).toHaveLength(head[0] === HEADER ? lines - 1 : lines);
    expect(results.filter(({ error }) => error === undefined)).toEqual([]);
  });

  test('is refused as an option, as a flag, as an argument and as a path (H06, H07)', async () => {
    const found: string[] = [];
    for (const string of naughtyStrings()) {
      const ways = [['assess', '--severity', string], ['assess', `--${string}`, 'mild'], ['assess', string], ['assess', '--answers', `./${string}`]];
      for (const args of ways) {
        const ended = await onSource(args, ROOT);
        if (!/^--(help|version)$/.test(string) || ended.exitCode !== 0) found.push(...broken(ended, args.join(' ')));
      }
    }
    expect(found).toEqual([]);
  });

  test('is refused as a cell of a table', async () => {
    const strings = naughtyStrings();
    const { results, harmful } = await batchOf([HEADER, ...strings.map((string) => VALUES.replace('moderate', inQuotes(string)))]);
    expect(harmful).toEqual([]);
    expect(results.filter(({ error }) => error !== undefined)).toHaveLength(strings.length);
  });

  test('is echoed without harm as the id of a record (H33, H38)', async () => {
    const strings = naughtyStrings();
    const input = [`id,${HEADER}`, ...strings.map((string) => `${inQuotes(string)},${VALUES}`)].join('\n');
    const { stdout } = await onSource(['batch', '--format', 'csv'], ROOT, { input });
    expect(harm(stdout, 'ids')).toEqual([]);
    expect(stdout.split('\n')).toHaveLength(strings.length + 1);
    expect(stdout.match(/^\d+,"?[=+\-@]\D/gm) ?? []).toEqual([]);
  });

  test('can be the name of a file, to read and to write', async () => {
    const names = naughtyStrings().filter((name) => !/^\.{0,2}$|[/\0]|\.ya?ml$/.test(name) && Buffer.byteLength(name) < 200);
    expect(names.length).toBeGreaterThan(300);
    mkdirSync(path.join(folder, 'names'));
    const found: string[] = [];
    for (const name of names) {
      const cwd = path.join(folder, 'names');
      writeFileSync(path.join(cwd, name), JSON.stringify(MODERATE));
      const { exitCode, stdout, stderr } = await onSource(['assess', '--answers', `./${name}`, '--json', '--output', `./${name}.out`], ROOT, { cwd });
      const { level } = JSON.parse(readFileSync(path.join(cwd, `${name}.out`), 'utf8')) as { level: string };
      if (exitCode !== 0 || stdout !== '' || stderr !== '' || level !== 'iop') found.push(name);
      found.push(...broken(await onSource(['rules', 'check', `./${name}`], ROOT, { cwd }), name));
    }
    expect(found).toEqual([]);
  });
});

test('no text gets through an entrance, whatever its bytes', async () => {
  const anything = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom(...Object.values(TRAPS)));
  const pieces = fc.array(anything, { minLength: 1, maxLength: 3 }).map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  const property = fc.asyncProperty(fc.constantFrom(...ENTRANCES), pieces, async (entrance, text) => {
    expect(await letIn(entrance, [['random bytes', text]])).toEqual([]);
  });
  await fc.assert(property, { numRuns: 300 });
});
