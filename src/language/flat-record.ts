/** A key that records may have, with what may stand behind it and the code that each value gets. */
export interface Field {
  readonly key: string;
  /** The texts that may stand there. */
  readonly words: readonly { readonly word: string; readonly code: number }[];
  /** Several of the words, as a list; their codes are single bits. */
  readonly several: boolean;
  /** The whole numbers that may stand there; the least has the code 0. */
  readonly numbers?: { readonly min: number; readonly max: number };
}

/** The code of a field that the record does not have. */
export const ABSENT = -1;

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, QUOTE, COMMA, MINUS, ZERO, NINE, COLON, BACKSLASH] = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, TILDE] = [0x5b, 0x5d, 0x7b, 0x7d, 0x7e];

/** The most digits of a number that is surely exact. */
const MOST_DIGITS = 15;

/**
 * Reads records such as `{"id":"a","home":"stable"}` straight from the bytes of a line, where that is plainly possible:
 * one JSON object of known keys, each at most once, with values that they take, in printable ASCII without escapes. It
 * gives up on anything else, right or wrong, and leaves it to `readJson` and `checkAnswers`, which it agrees with on all
 * that it reads.
 */
export class FlatRecords {
  /** What the last record said, in the order of the fields. */
  readonly codes: Int32Array;
  /** Where the value of `id` stands in the last record, with its quotes; both 0 when it has none. */
  idStart = 0;
  idEnd = 0;
  readonly #fields: readonly ByteField[];
  /** Which field stood first, second and so on in the last record; the next one is mostly like it. */
  readonly #order: Int32Array;
  /** For each field, the record that last had it. */
  readonly #seen: Int32Array;
  #record = 0;
  #at = 0;

  constructor(fields: readonly Field[]) {
    this.codes = new Int32Array(fields.length);
    this.#fields = [{ key: quoted('id'), words: [], several: false, numbers: undefined }, ...fields.map(byteField)];
    this.#order = new Int32Array(fields.length + 1).fill(0);
    this.#seen = new Int32Array(fields.length + 1).fill(0);
  }

  /** The position after the line that starts here, line end included; -1 when the line is left to others. */
  read(bytes: Uint8Array, start: number): number {
    this.codes.fill(ABSENT);
    this.idStart = this.idEnd = 0;
    this.#record += 1;
    this.#at = blanks(bytes, start);
    if (bytes[this.#at] !== OPEN_MAP) return -1;
    this.#at = blanks(bytes, this.#at + 1);
    if (bytes[this.#at] === CLOSE_MAP) return this.#lineEnd(bytes);
    for (let place = 0; this.#pair(bytes, place); place += 1) {
      this.#at = blanks(bytes, this.#at);
      const next = bytes[this.#at];
      if (next === CLOSE_MAP) return this.#lineEnd(bytes);
      if (next !== COMMA) return -1;
      this.#at = blanks(bytes, this.#at + 1);
    }
    return -1;
  }

  /** Reads a key and its value; whether that went well. */
  #pair(bytes: Uint8Array, place: number): boolean {
    const index = this.#key(bytes, place);
    if (index < 0 || this.#seen[index] === this.#record) return false;
    this.#seen[index] = this.#record;
    const field = this.#fields[index] as ByteField;
    this.#at = blanks(bytes, this.#at + field.key.length);
    if (bytes[this.#at] !== COLON) return false;
    this.#at = blanks(bytes, this.#at + 1);
    if (index === 0) return this.#id(bytes);
    const code = field.several ? this.#list(bytes, field) : this.#value(bytes, field);
    this.codes[index - 1] = code;
    return code !== ABSENT;
  }

  #key(bytes: Uint8Array, place: number): number {
    const likely = this.#order[place];
    if (likely === undefined) return -1;
    if (standsAt(bytes, this.#at, (this.#fields[likely] as ByteField).key)) return likely;
    const index = this.#fields.findIndex((field) => standsAt(bytes, this.#at, field.key));
    if (index >= 0) this.#order[place] = index;
    return index;
  }

  #value(bytes: Uint8Array, { words, numbers }: ByteField): number {
    for (let index = 0; index < words.length; index += 1) {
      const { word, code } = words[index] as ByteWord;
      if (standsAt(bytes, this.#at, word)) {
        this.#at += word.length;
        return code;
      }
    }
    if (numbers === undefined) return ABSENT;
    const start = this.#at;
    if (!this.#number(bytes)) return ABSENT;
    const value = Number(String.fromCharCode(...bytes.subarray(start, this.#at)));
    return value < numbers.min || value > numbers.max ? ABSENT : value - numbers.min;
  }

  #list(bytes: Uint8Array, field: ByteField): number {
    if (bytes[this.#at] !== OPEN_LIST) return ABSENT;
    this.#at = blanks(bytes, this.#at + 1);
    let bits = 0;
    if (bytes[this.#at] !== CLOSE_LIST) {
      for (;;) {
        const bit = this.#value(bytes, field);
        if (bit === ABSENT || (bits & bit) !== 0) return ABSENT;
        bits |= bit;
        this.#at = blanks(bytes, this.#at);
        if (bytes[this.#at] === CLOSE_LIST) break;
        if (bytes[this.#at] !== COMMA) return ABSENT;
        this.#at = blanks(bytes, this.#at + 1);
      }
    }
    this.#at += 1;
    return bits;
  }

  /** A text of printable ASCII, or a whole number. */
  #id(bytes: Uint8Array): boolean {
    this.idStart = this.#at;
    if (bytes[this.#at] !== QUOTE) {
      if (!this.#number(bytes)) return false;
    } else {
      let at = this.#at + 1;
      for (let byte = bytes[at] ?? 0; byte !== QUOTE; at += 1, byte = bytes[at] ?? 0) if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return false;
      this.#at = at + 1;
    }
    this.idEnd = this.#at;
    return true;
  }

  /** Moves past a whole number that is written in one way only: no sign before 0, no 0 in front, no point, no power. */
  #number(bytes: Uint8Array): boolean {
    const first = bytes[this.#at] === MINUS ? this.#at + 1 : this.#at;
    let at = first;
    while ((bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) at += 1;
    const digits = at - first;
    if (digits === 0 || digits > MOST_DIGITS || (bytes[first] === ZERO && at - this.#at > 1)) return false;
    this.#at = at;
    return true;
  }

  #lineEnd(bytes: Uint8Array): number {
    let at = blanks(bytes, this.#at + 1);
    if (bytes[at] === CARRIAGE_RETURN) at += 1;
    return bytes[at] === LINE_FEED ? at + 1 : -1;
  }
}

interface ByteField {
  readonly key: Uint8Array;
  readonly words: readonly ByteWord[];
  readonly several: boolean;
  readonly numbers: Field['numbers'];
}

interface ByteWord {
  readonly word: Uint8Array;
  readonly code: number;
}

function byteField({ key, words, several, numbers }: Field): ByteField {
  return { key: quoted(key), words: words.map(({ word, code }) => ({ word: quoted(word), code })), several, numbers };
}

function quoted(text: string): Uint8Array {
  return Buffer.from(`"${text}"`, 'latin1');
}

function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  // The first character after the quote tells most words apart.
  if (bytes[at + 1] !== word[1] || bytes[at] !== QUOTE) return false;
  for (let index = 2; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/** The position of the first byte from here on that is neither a space nor a tab. */
function blanks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === SPACE || bytes[at] === TAB) at += 1;
  return at;
}
