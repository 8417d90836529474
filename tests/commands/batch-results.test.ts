import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessorOf } from '../../src/commands/batch-results.ts';
import type { Block } from '../../src/files/blocks.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { ndjsonWriter } from '../../src/report/batch.ts';
import { csvWriter } from '../../src/report/batch-csv.ts';
import { blockOf, numbers, plainResults, randomLine } from '../flat-lines.ts';
import { SMALL } from '../language/small.ts';
import { adult, ruleSetFrom } from '../rule-sets.ts';

const CORPUS = path.join(process.env['CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora'), 'json-test-suite');
const small = ruleSetFrom(SMALL);

/** The results of the lines of the block, as text and counted, in both formats. */
async function fast(ruleSet: RuleSet, partial: boolean, block: Block): Promise<unknown> {
  const assessors = await Promise.all((['ndjson', 'csv'] as const).map((format) => assessorOf({ ruleSet, name: 'name', format, partial })));
  return assessors.map((assess) => {
    const { bytes, rejected, outcomes } = assess(block);
    return { lines: Buffer.from(bytes).toString().match(/.*\n/g) ?? [], rejected, assessed: sum(outcomes.values()) };
  });
}

function slow(ruleSet: RuleSet, partial: boolean, block: Block): unknown {
  const results = plainResults(ruleSet, partial)(block);
  const rejected = results.filter((result) => 'error' in result).length;
  return [ndjsonWriter, csvWriter].map(({ lineOf }) => ({ lines: results.map(lineOf), rejected, assessed: results.length - rejected }));
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}

describe('bytes to bytes is the same as line by line', () => {
  test.each([
    ['the adult rule set', adult(), false, 1],
    ['the adult rule set, answers missing', adult(), true, 2],
    ['numbers, scores and lists', small, false, 3],
    ['numbers, scores and lists, answers missing', small, true, 4],
  ])('for random lines: %s', async (_what, ruleSet, partial, seed) => {
    const next = numbers(seed);
    const block = blockOf(Array.from({ length: 3000 }, () => randomLine(ruleSet, next)));
    expect(await fast(ruleSet, partial, block)).toEqual(slow(ruleSet, partial, block));
  });

  test.skipIf(!existsSync(CORPUS))('for JSONTestSuite, each file alone and as the value of each key', async () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(318);
    const texts = files.map((file) => readFileSync(path.join(CORPUS, file))).filter((text) => text.length < 60_000);
    const within = (key: string) => (text: Buffer) => Buffer.concat([Buffer.from(`{"${key}":`), text, Buffer.from('}')]);
    const lines = [...texts, ...['id', 'pain', 'sleep', 'goals'].flatMap((key) => texts.map(within(key)))];
    const block = blockOf(lines);
    expect(await fast(small, true, block)).toEqual(slow(small, true, block));
  });

  test('for lines of every length around the longest', async () => {
    const line = (length: number): Buffer => Buffer.from(`{"id":"${'x'.repeat(length - 9)}"}`);
    const block = blockOf([65_535, 65_536, 65_537, 65_538].map(line));
    expect(await fast(small, true, block)).toEqual(slow(small, true, block));
  });
});
