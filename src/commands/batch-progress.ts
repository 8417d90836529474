import { statSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../model/host.ts';

/** Work that ends sooner is not told of; after that, progress is told this often. */
const [FIRST_MS, EVERY_MS] = [1000, 250];

/** Back to the start of the line, and erase what stands there. */
const ERASE = '\r\u001b[K';

/** Tells on a terminal how far a batch has come, on a line of its own that is erased in the end. */
export class BatchProgress {
  readonly #host: Host;
  /** The size of the input, where it is known. */
  readonly #bytes: number | undefined;
  readonly #start = performance.now();
  #next = FIRST_MS;
  #shown = false;

  constructor(host: Host, file: string) {
    this.#host = host;
    // A pipe or a device has no size.
    this.#bytes = (file === '-' ? undefined : statSync(path.resolve(host.cwd, file), { throwIfNoEntry: false })?.size) || undefined;
  }

  tell(records: number, bytesRead: number): void {
    const { stdout, stderr, env } = this.#host;
    const elapsed = performance.now() - this.#start;
    // Results on the same screen tell enough.
    if (elapsed < this.#next || !stderr.isTTY || stdout.isTTY || env['TERM'] === 'dumb') return;
    this.#next = elapsed + EVERY_MS;
    this.#shown = true;
    stderr.write(`${ERASE}${progressText(records, elapsed, this.#bytes === undefined ? undefined : bytesRead / this.#bytes)}`);
  }

  end(): void {
    if (this.#shown) this.#host.stderr.write(ERASE);
  }
}

/** `part` is how much of the input has been read, from 0 to 1. */
export function progressText(records: number, elapsedMs: number, part: number | undefined): string {
  const text = `${grouped(records)} records, ${grouped(Math.round((records / elapsedMs) * 1000))} a second`;
  if (part === undefined || part === 0) return text;
  return `${text}, ${Math.ceil((elapsedMs / 1000) * (1 / part - 1))} s left`;
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
