import type { Block } from '../files/blocks.ts';
import { assessorOf, type BatchPlan, type BlockResults } from './batch-results.ts';
import { BatchThreads } from './batch-threads.ts';

/** An input up to this size is done before further threads would have started. */
const BYTES_BEFORE_THREADS = 32 * 1024 * 1024;

/** Blocks whose results wait for those of a block before them, for each thread. */
const MOST_PENDING = 3;

/** How many threads work, this one included, and the script that the others run. */
export interface Jobs {
  readonly jobs: number;
  readonly script: string;
}

/** The results of all blocks, in the order of the blocks. Throws when the header of a table is wrong. */
export async function* resultsOf(blocks: AsyncIterable<Block>, plan: BatchPlan, { jobs, script }: Jobs): AsyncGenerator<BlockResults> {
  const assess = await assessorOf(plan);
  const pending: (BlockResults | Promise<BlockResults>)[] = [];
  let threads: BatchThreads | undefined;
  try {
    for await (const block of blocks) {
      if (jobs > 1 && block.readBytes > BYTES_BEFORE_THREADS) threads ??= new BatchThreads(script, plan, jobs - 1);
      pending.push(threads?.assess(block) ?? assess(block));
      const first = threads === undefined || pending.length > MOST_PENDING * jobs ? pending.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const results of pending) yield await results;
  } finally {
    await threads?.close();
  }
}
