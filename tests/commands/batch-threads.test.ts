import path from 'node:path';
import { expect, test } from 'vitest';
import { type BatchPlan, type BlockResults } from '../../src/commands/batch-results.ts';
import { resultsOf } from '../../src/commands/batch-run.ts';
import { BatchThreads } from '../../src/commands/batch-threads.ts';
import type { Block } from '../../src/files/blocks.ts';
import { folderWith } from '../cli/folder.ts';
import { adult } from '../rule-sets.ts';

const plan: BatchPlan = { ruleSet: adult(), name: 'name', format: 'ndjson', partial: true };

function thread(source: string): string {
  return path.join(folderWith({ 'thread.mjs': `import { parentPort } from 'node:worker_threads';\n${source}` }), 'thread.mjs');
}

/** Gives back the number of the block's first line as its bytes; some blocks take longer than others. */
const ECHO = `parentPort.on('message', ({ line, readBytes }) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, line % 3 === 1 ? 15 : 0);
  parentPort.postMessage({ readBytes, bytes: new Uint8Array([line]), rejected: 1, outcomes: new Map() });
});`;

function block(line: number): Block {
  return { line, readBytes: 50_000_000 + line, bytes: new Uint8Array(new ArrayBuffer(8), 0, 0) };
}

async function* blocks(count: number): AsyncGenerator<Block> {
  for (let line = 1; line <= count; line += 1) yield block(line);
}

async function resultsFrom(script: string, jobs: number): Promise<BlockResults[]> {
  const all: BlockResults[] = [];
  for await (const results of resultsOf(blocks(40), plan, { jobs, script })) all.push(results);
  return all;
}

test('results come in the order of the blocks, whoever is done first (H45)', async () => {
  const results = await resultsFrom(thread(ECHO), 4);
  expect(results.map(({ readBytes }) => readBytes - 50_000_000)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  expect(new Set(results.map(({ rejected }) => rejected))).toEqual(new Set([0, 1]));
});

test('one job starts no thread', async () => {
  expect((await resultsFrom('/nowhere.mjs', 1)).map(({ rejected }) => rejected)).toEqual(Array.from({ length: 40 }, () => 0));
});

test.each([
  ['ends', "parentPort.on('message', () => process.exit(0));", 'has ended'],
  ['fails', "parentPort.on('message', () => { throw new RangeError('oh'); });", 'oh'],
  ['cannot start', 'import "./nothing.mjs";', 'nothing.mjs'],
])('a thread that %s leaves no record without a result in silence (H14, H45)', async (_what, source, message) => {
  await expect(resultsFrom(thread(source), 2)).rejects.toThrow(message);
});

test('a thread is given no more than it can go on with', async () => {
  const threads = new BatchThreads(thread(ECHO), plan, 2);
  const given = [1, 2, 3, 4, 5].map((line) => threads.assess(block(line)));
  expect(given.map((results) => results !== undefined)).toEqual([true, true, true, true, false]);
  for (const [place, results] of given.entries()) expect((await results)?.bytes[0]).toBe([1, 2, 3, 4, undefined][place]);
  expect(threads.assess(block(6))).toBeDefined();
  await threads.close();
});

test('a thread that has ended takes no more', async () => {
  const threads = new BatchThreads(thread(''), plan, 1);
  await expect(threads.assess(block(1))).rejects.toThrow('has ended');
  await expect(threads.assess(block(2))).rejects.toThrow('has ended');
});
