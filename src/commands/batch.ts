import { type Command, Option } from 'commander';
import { verdict } from '../engine/verdict.ts';
import { type Line, readLines } from '../files/lines.ts';
import { openOutput, type Output, writeAll } from '../files/output.ts';
import { STANDARD_INPUT } from '../files/read.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { ndjsonWriter, type RecordResult, type RecordWriter, Totals } from '../report/batch.ts';
import { type AnswerRecord, jsonRecords, type RecordOptions, type RecordReader } from './records.ts';
import { declareRules, ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

interface Flags {
  readonly format: 'ndjson' | 'csv';
  readonly output?: string;
  readonly partial?: boolean;
}

/** Assesses one record per line, in order; 1 when a record was rejected. */
export const batch: Verb = (command, surroundings) => {
  declare(command);
  return async () => {
    const { host } = surroundings;
    const [file = '-'] = command.args;
    if (file === '-' && host.stdin.isTTY) throw refusal('bad-usage', 'there are no records', 'name a file, or pipe records in');
    const flags = command.opts<Flags>();
    const ruleSet = await ruleSetInUse(surroundings);
    const output = await openOutput(host, flags.output);
    try {
      const totals = await pump(host, ruleSet, file, flags, output);
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
    .option('--output <file>', 'write the results to a file that only you can read; it appears when it is whole');
}

/** Takes every record from its line to its result, in order, as the lines come in. */
async function pump(host: Host, ruleSet: RuleSet, file: string, { format, partial = false }: Flags, output: Output): Promise<Totals> {
  const writer = await writerOf(format);
  const totals = new Totals(ruleSet.levels.map(({ id }) => id));
  let head = writer.head;
  for await (const records of readRecords(readLines(host, file), ruleSet, file, { partial })) {
    const results = records.map((record) => resultOf(ruleSet, record));
    for (const result of results) totals.add(result);
    await output.write(head + results.map(writer.lineOf).join(''));
    head = '';
  }
  return totals;
}

/** The records of an input: one JSON object per line, unless its name or its first line says that it is a table. */
async function* readRecords(input: AsyncIterable<readonly Line[]>, ruleSet: RuleSet, file: string, options: RecordOptions): AsyncGenerator<readonly AnswerRecord[]> {
  let reader: RecordReader | undefined;
  for await (const lines of input) {
    const [first] = lines;
    if (first === undefined) continue;
    const table = reader === undefined ? await tableReader(first, ruleSet, file, options) : undefined;
    reader ??= table ?? jsonRecords(ruleSet, options);
    yield (table === undefined ? lines : lines.slice(1)).map(reader);
  }
  if (reader === undefined) throw refusal('empty', `there is no record in \`${file === '-' ? STANDARD_INPUT : file}\``);
}

async function tableReader(first: Line, ruleSet: RuleSet, file: string, options: RecordOptions): Promise<RecordReader | undefined> {
  const named = file.toLowerCase().endsWith('.csv');
  const maybe = file === '-' && first.text.ok && !first.text.value.startsWith('{');
  if (!named && !maybe) return undefined;
  const { csvRecords, isHeader } = await import('./csv-records.ts');
  return named || isHeader(ruleSet, first) ? csvRecords(ruleSet, options, first, file === '-' ? STANDARD_INPUT : file) : undefined;
}

function resultOf(ruleSet: RuleSet, { line, id, answers }: AnswerRecord): RecordResult {
  if (!answers.ok) {
    const message = answers.problems.map((problem) => problem.message).join('; ');
    return { line, id, error: { code: answers.problems[0]?.code ?? 'empty', message } };
  }
  const { status, level, range, urgency, decidedBy, complete, unanswered } = verdict(ruleSet, answers.value);
  return { line, id, status, level, range, urgency, decidedBy, complete, unanswered };
}

async function writerOf(format: Flags['format']): Promise<RecordWriter> {
  return format === 'csv' ? (await import('../report/batch-csv.ts')).csvWriter : ndjsonWriter;
}

function refusal(code: 'bad-usage' | 'empty', message: string, help?: string): InvalidInput {
  return new InvalidInput([{ code, severity: 'error', message, ...(help !== undefined && { help }) }]);
}
