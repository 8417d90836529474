import type { Place, Problem, ProblemCode, Read } from '../model/problem.ts';

/** Nobody reads more, and a hostile text cannot fill the memory with problems. */
export const MOST_PROBLEMS = 1000;

/** A text being read: turns offsets into places, and gathers the problems found on it. */
export class Page {
  readonly text: string;
  readonly file: string;
  readonly #problems: Problem[] = [];
  /** Where lines start, as far as anybody asked: a huge text is mostly refused near its beginning. */
  readonly #lineStarts = [0];
  /** The end of the last of these lines. */
  #end: number;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
    this.#end = endOfLine(text, 0);
  }

  /** Whether nothing was refused so far. */
  get clean(): boolean {
    return this.#problems.length === 0;
  }

  refuse(code: ProblemCode, offset: number, message: string, help?: string): void {
    if (this.#problems.length >= MOST_PROBLEMS) return;
    this.#problems.push({ code, severity: 'error', message, ...(help === undefined ? {} : { help }), place: this.placeAt(offset) });
  }

  add(problems: readonly Problem[]): void {
    this.#problems.push(...problems.slice(0, MOST_PROBLEMS - this.#problems.length));
  }

  /** Lines and columns from 1; columns count UTF-16 units, as JavaScript strings do. */
  placeAt(offset: number): Place {
    while (this.#end < offset) this.#startLine(this.#end + 1);
    const line = lastAtMost(this.#lineStarts, offset);
    const start = this.#lineStarts[line] as number;
    const next = this.#lineStarts[line + 1];
    const end = next === undefined ? this.#end : next - 1;
    const text = this.text.slice(start, this.text[end] === '\n' && this.text[end - 1] === '\r' ? end - 1 : end);
    return { file: this.file, line: line + 1, column: offset - start + 1, text };
  }

  #startLine(start: number): void {
    this.#lineStarts.push(start);
    this.#end = endOfLine(this.text, start);
  }

  /** The value, when nothing was refused. */
  read<T>(value: () => T): Read<T> {
    return this.clean ? { ok: true, value: value() } : this.refused();
  }

  /** The problems (a thousand at most), in the order of their places. */
  refused(): Read<never> & { readonly ok: false } {
    return { ok: false, problems: this.#problems.toSorted(byPlace) };
  }
}

function endOfLine(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed === -1 ? text.length : feed;
}

/** The index of the last number that is not above `limit`. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What has no place comes last. */
function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.line - b.line || a.column - b.column;
}
