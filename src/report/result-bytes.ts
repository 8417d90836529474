/** The digit 0. */
const ZERO = 0x30;

const [LINE, ID, NO_ID] = ['{"line":', ',"id":', 'null'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/** Room for what stands around the id and the rest of a result. */
const MOST_BYTES_AROUND = 64;

/** Results one behind the other: what `ndjsonWriter` writes, put together from parts that are bytes already. */
export class ResultBytes {
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;

  /** With room for so many bytes at first. */
  constructor(roomBytes: number) {
    this.#bytes = new Uint8Array(roomBytes);
  }

  /** A result. Its id is JSON that stands in other bytes, from `start` to `end`, or none; `rest` is what follows the id. */
  add(line: number, bytes: DataView, start: number, end: number, rest: Uint8Array): void {
    this.#reserve(MOST_BYTES_AROUND + end - start + rest.length);
    this.#put(LINE);
    this.#putNumber(line);
    this.#put(ID);
    if (start === end) this.#put(NO_ID);
    // Ids are short, and a loop is faster than making an array of them.
    for (let at = start; at < end; at += 1) this.#bytes[this.#size + at - start] = bytes.getUint8(at);
    this.#size += end - start;
    this.#put(rest);
  }

  addText(text: string): void {
    const bytes = Buffer.from(text);
    this.#reserve(bytes.length);
    this.#put(bytes);
  }

  get all(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#size);
  }

  #reserve(moreBytes: number): void {
    if (this.#size + moreBytes <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.#size + moreBytes));
    bytes.set(this.all);
    this.#bytes = bytes;
  }

  #put(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  #putNumber(number: number): void {
    let digits = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    let rest = number;
    for (let at = this.#size + digits - 1; at >= this.#size; at -= 1) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#size += digits;
  }
}
