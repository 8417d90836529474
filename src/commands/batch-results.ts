import { encode } from '../engine/coding.ts';
import { boundsOf } from '../engine/table.ts';
import { Verdicts } from '../engine/verdicts.ts';
import type { Block } from '../files/blocks.ts';
import { type Line, lineAt } from '../files/lines.ts';
import type { Problem } from '../model/problem.ts';
import { type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import { type Counts, ndjsonWriter, type RecordResult, type RecordWriter, Totals } from '../report/batch.ts';
import { ResultBytes } from '../report/result-bytes.ts';
import { FlatResults } from './flat-results.ts';
import { type AnswerRecord, jsonRecords, type RecordReader } from './records.ts';

/** How records are read and results are written: plain data, so that it can be handed to another thread. */
export interface BatchPlan {
  readonly ruleSet: RuleSet;
  /** What to call the input. */
  readonly name: string;
  /** The header, when the input is a table. */
  readonly header?: Line;
  readonly format: 'ndjson' | 'csv';
  /** Answers may be missing. */
  readonly partial: boolean;
}

/** What came of the lines of a block. */
export interface BlockResults extends Counts, Pick<Block, 'readBytes'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Assessor = (block: Block) => BlockResults;

/** Throws when the header of a table is wrong. */
export async function assessorOf(plan: BatchPlan): Promise<Assessor> {
  const [reader, writer] = await Promise.all([readerOf(plan), writerOf(plan.format)]);
  const verdicts = new Verdicts(plan.ruleSet);
  const flat = plan.header === undefined ? new FlatResults(plan, writer, verdicts) : undefined;
  return ({ line: first, readBytes, bytes }) => {
    const [results, totals, view] = [new ResultBytes(bytes.length), new Totals([]), new DataView(bytes.buffer, bytes.byteOffset)];
    for (let at = 0, line = first; at < bytes.length; line += 1) {
      const after = flat?.add(view, at, line, results, totals);
      if (after !== undefined) {
        at = after;
      } else {
        const end = bytes.indexOf(LINE_FEED, at);
        const result = resultOf(verdicts, reader(lineAt(bytes, at, end, line, plan.name)));
        totals.add(result);
        results.addText(writer.lineOf(result));
        at = end + 1;
      }
    }
    return { readBytes, bytes: results.all, rejected: totals.rejected, outcomes: totals.outcomes };
  };
}

export async function writerOf(format: BatchPlan['format']): Promise<RecordWriter> {
  return format === 'csv' ? (await import('../report/batch-csv.ts')).csvWriter : ndjsonWriter;
}

const LINE_FEED = 0x0a;

async function readerOf({ ruleSet, name, header, partial }: BatchPlan): Promise<RecordReader> {
  return header === undefined ? jsonRecords(ruleSet, { partial }) : (await import('./csv-records.ts')).csvRecords(ruleSet, { partial }, header, name);
}

function resultOf(verdicts: Verdicts, { line, id, answers }: AnswerRecord): RecordResult {
  const { coding, rows } = verdicts.table;
  if (!answers.ok) {
    const message = answers.problems.map((problem) => problem.message).join('; ');
    const place = answers.valid === undefined ? 0 : boundsOf(rows, encode(coding, answers.valid)).urgency;
    return { line, id, ...(place > 0 && { urgency: URGENCIES[place] as Urgency }), error: { code: (answers.problems[0] as Problem).code, message } };
  }
  const { status, level, range, urgency, decidedBy, complete, unanswered } = verdicts.of(encode(coding, answers.value));
  return { line, id, status, level, range, urgency, decidedBy, complete, unanswered };
}
