import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Block, inputName, readBlocks } from '../files/blocks.ts';
import { lineAt } from '../files/lines.ts';
import { openOutput, type Output, writeAll } from '../files/output.ts';
import { InvalidInput } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { Totals } from '../report/batch.ts';
import { BatchProgress } from './batch-progress.ts';
import { type BatchPlan, writerOf } from './batch-results.ts';
import { resultsOf } from './batch-run.ts';
import { wholeNumber } from './number.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Surroundings, type Verb } from './verb.ts';

interface Flags {
  readonly format: BatchPlan['format'];
  readonly jobs: number;
  readonly output?: string;
  readonly partial?: boolean;
}

/** One thread reads and writes for all; more than so many others would wait for it. */
const MOST_JOBS = 4;

/** Assesses one record per line, in order; 1 when a record was rejected. */
export const batch: Verb = (command, surroundings) => {
  declare(command);
  return async () => {
    const { host } = surroundings;
    const [file = '-'] = command.args;
    if (file === '-' && host.stdin.isTTY) throw refusal('bad-usage', 'there are no records', 'name a file, or pipe records in');
    const flags = command.opts<Flags>();
    const ruleSet = await ruleSetInUse(surroundings);
    const blocks = readBlocks(host, file);
    const output = await openOutput(host, flags.output);
    try {
      const totals = await assessAll(surroundings, ruleSet, { file, blocks }, flags, output);
      await output.keep();
      await writeAll(host.stderr, totals.text);
      return totals.rejected > 0 ? 1 : 0;
    } finally {
      await output.discard();
    }
  };
};

function declare(command: Command): void {
  examples(command, [
    'level-of-care batch records.ndjson > results.ndjson',
    'level-of-care batch records.csv --format csv --output results.csv',
    'cat records.ndjson | level-of-care batch --partial | head',
  ]);
  declareRules(command)
    .argument('[file]', 'one record per line, as JSON or comma-separated below a header; standard input without it')
    .option('--partial', 'allow missing answers: the result is the range of levels still possible')
    .addOption(new Option('--format <format>', 'how to print the results').choices(['ndjson', 'csv']).default('ndjson'))
    .option('--output <file>', 'write the results to a file that only you can read; it appears when it is whole')
    .option('--jobs <number>', 'work in so many threads when there is much to do', wholeNumber(1, 64), Math.min(availableParallelism(), MOST_JOBS));
}

/** An input, and what it holds. */
interface Records {
  readonly file: string;
  readonly blocks: AsyncGenerator<Block>;
}

/** Takes every record from its line to its result, in order, as the lines come in. */
async function assessAll({ host, packageFolder }: Surroundings, ruleSet: RuleSet, { file, blocks }: Records, flags: Flags, output: Output): Promise<Totals> {
  const first = await blocks.next();
  if (first.done === true) throw refusal('empty', `there is no record in \`${inputName(file)}\``);
  const plan = await planFor(ruleSet, file, flags, first.value);
  const totals = new Totals(ruleSet.levels.map(({ id }) => id));
  const progress = new BatchProgress(host, file);
  let { head } = await writerOf(flags.format);
  try {
    const threads = { jobs: flags.jobs, script: path.join(packageFolder, 'dist/batch-thread.cjs') };
    for await (const results of resultsOf(following(plan, first.value, blocks), plan, threads)) {
      totals.include(results);
      if (head !== '') await output.write(head);
      head = '';
      await output.write(results.bytes);
      progress.tell(totals.assessed + totals.rejected, results.readBytes);
    }
  } finally {
    progress.end();
  }
  return totals;
}

/** The records are one JSON object per line, unless the name of the input or its first line says that they are a table. */
async function planFor(ruleSet: RuleSet, file: string, { format, partial = false }: Flags, { bytes, line }: Block): Promise<BatchPlan> {
  const plan: BatchPlan = { ruleSet, name: inputName(file), format, partial };
  const first = lineAt(bytes, 0, bytes.indexOf(LINE_FEED), line, plan.name);
  const named = file.toLowerCase().endsWith('.csv');
  const maybe = file === '-' && first.text.ok && !first.text.value.startsWith('{');
  if (!named && !maybe) return plan;
  const { isHeader } = await import('./csv-records.ts');
  return named || isHeader(ruleSet, first) ? { ...plan, header: first } : plan;
}

/** All blocks, without the header of a table. */
async function* following({ header }: BatchPlan, { line, readBytes, bytes }: Block, blocks: AsyncIterable<Block>): AsyncGenerator<Block> {
  yield header === undefined ? { line, readBytes, bytes } : { line: line + 1, readBytes, bytes: bytes.subarray(bytes.indexOf(LINE_FEED) + 1) };
  yield* blocks;
}

const LINE_FEED = 0x0a;

function refusal(code: 'bad-usage' | 'empty', message: string, help?: string): InvalidInput {
  return new InvalidInput([{ code, severity: 'error', message, ...(help !== undefined && { help }) }]);
}
