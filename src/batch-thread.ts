import { parentPort, workerData } from 'node:worker_threads';
import { assessorOf, type BatchPlan } from './commands/batch-results.ts';
import type { Block } from './files/blocks.ts';

void start();

/** A thread of `batch`: takes blocks and gives back their results, in the same order. */
async function start(): Promise<void> {
  const assess = await assessorOf(workerData as BatchPlan);
  parentPort?.on('message', (block: Block) => {
    const results = assess(block);
    parentPort?.postMessage(results, [results.bytes.buffer]);
  });
}
