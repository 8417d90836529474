import type { Codes } from '../engine/coding.ts';
import { UNANSWERED } from '../engine/coding.ts';
import { isComplete } from '../engine/decision.ts';
import type { ShortVerdict, Verdicts } from '../engine/verdicts.ts';
import { MOST_LINE_BYTES } from '../files/blocks.ts';
import { type Field, FlatRecords } from '../language/flat-record.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { afterId, ndjsonWriter, type RecordWriter, type Totals } from '../report/batch.ts';
import type { ResultBytes } from '../report/result-bytes.ts';

/** Results of plain records, from bytes to bytes, with the codes of the answers as the only form between. */
export class FlatResults {
  readonly #partial: boolean;
  readonly #writer: RecordWriter;
  readonly #verdicts: Verdicts;
  readonly #records: FlatRecords;
  readonly #codes: Codes;
  /** The same verdict comes for many records, and is written the same way. */
  readonly #written = new WeakMap<ShortVerdict, Uint8Array>();

  constructor({ ruleSet, partial }: { readonly ruleSet: RuleSet; readonly partial: boolean }, writer: RecordWriter, verdicts: Verdicts) {
    this.#partial = partial;
    this.#writer = writer;
    this.#verdicts = verdicts;
    this.#records = new FlatRecords(fieldsOf(ruleSet, verdicts));
    this.#codes = new Int32Array(verdicts.table.coding.sizes.length).fill(UNANSWERED);
  }

  /** Adds the result of the line that starts here, and gives the position after it; undefined when it is no plain record. */
  add(bytes: DataView<ArrayBuffer>, at: number, line: number, results: ResultBytes, totals: Totals): number | undefined {
    const records = this.#records;
    const after = records.read(bytes, at);
    if (after < 0 || after - at > MOST_LINE_BYTES) return undefined;
    this.#codes.set(records.codes);
    if (!this.#partial && !isComplete(this.#verdicts.table, this.#codes)) return undefined;
    const verdict = this.#verdicts.of(this.#codes);
    if (this.#writer === ndjsonWriter) results.add(line, bytes, records.idStart, records.idEnd, this.#afterId(verdict));
    else results.addText(this.#writer.lineOf({ line, id: idIn(bytes, records), ...verdict }));
    totals.count(verdict);
    return after;
  }

  #afterId(verdict: ShortVerdict): Uint8Array {
    let written = this.#written.get(verdict);
    if (written === undefined) {
      written = Buffer.from(afterId(verdict));
      if (verdict.complete) this.#written.set(verdict, written);
    }
    return written;
  }
}

function idIn(bytes: DataView<ArrayBuffer>, { idStart, idEnd }: FlatRecords): string | number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + idStart, idEnd - idStart).toString('latin1');
  return text === '' ? null : (JSON.parse(text) as string | number);
}

function fieldsOf(ruleSet: RuleSet, { table: { coding } }: Verdicts): readonly Field[] {
  return ruleSet.questions.map((question, position): Field => {
    const { id } = question;
    const words = Object.entries(coding.words[position] as Readonly<Record<string, number>>);
    if (question.type === 'integer') return { key: id, words: new Map(words), several: false, numbers: question };
    const bits = question.options.map((option, bit) => [option.id, 1 << bit] as const);
    return { key: id, words: new Map(question.several ? bits : words), several: question.several };
  });
}
