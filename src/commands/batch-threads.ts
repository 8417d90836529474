import { Worker } from 'node:worker_threads';
import type { Block } from '../files/blocks.ts';
import type { BatchPlan, BlockResults } from './batch-results.ts';

/** Blocks that a thread is given before the results of the first have come back: one to work on, one to go on with. */
const MOST_WAITING = 2;

/** Threads that assess blocks. */
export class BatchThreads {
  readonly #threads: readonly Thread[];

  constructor(script: string, plan: BatchPlan, count: number) {
    this.#threads = Array.from({ length: count }, () => new Thread(script, plan));
  }

  /** The results of the block, whose bytes are taken away from the caller; undefined when all threads have enough to do. */
  assess(block: Block): Promise<BlockResults> | undefined {
    return this.#threads.find((thread) => thread.waiting < MOST_WAITING)?.assess(block);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

interface Waiting {
  readonly resolve: (results: BlockResults) => void;
  readonly reject: (error: unknown) => void;
}

class Thread {
  readonly #worker: Worker;
  /** Those who wait for results, in the order of the blocks, which is that of the results. */
  readonly #waiting: Waiting[] = [];
  /** Why it has ended. */
  #end: unknown;

  constructor(script: string, plan: BatchPlan) {
    // What a thread makes for a moment is little; with more room it would only be collected later.
    this.#worker = new Worker(script, { workerData: plan, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#worker.on('message', (results: BlockResults) => this.#waiting.shift()?.resolve(results));
    // A thread that ends before it is closed would leave records without results.
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('a thread of the batch has ended')));
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  assess(block: Block): Promise<BlockResults> {
    const results = new Promise<BlockResults>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    // Results are asked for in the order of the blocks; a failure may come before its turn.
    results.catch(() => {});
    if (this.#end === undefined) this.#worker.postMessage(block, [block.bytes.buffer]);
    else this.#fail(this.#end);
    return results;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
