import type { Place, Problem, ProblemCode, Read } from '../model/problem.ts';

/** Nobody reads more, and a hostile text cannot fill the memory with problems. */
const MOST_PROBLEMS = 1000;

/** A text being read: turns offsets into places, and gathers the problems found on it. */
export class Page {
  readonly text: string;
  readonly file: string;
  readonly #problems: Problem[] = [];
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
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
    this.#lineStarts ??= lineStarts(this.text);
    const line = lastAtMost(this.#lineStarts, offset);
    const start = this.#lineStarts[line] as number;
    const next = this.#lineStarts[line + 1];
    const end = next === undefined ? this.text.length : next - (this.text.startsWith('\r\n', next - 2) ? 2 : 1);
    return { file: this.file, line: line + 1, column: offset - start + 1, text: this.text.slice(start, end) };
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

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
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
