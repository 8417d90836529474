/** A key that records may have, and what may stand behind it. */
export interface Field {
  readonly key: string;
  /** The texts that may stand there, each with its code. */
  readonly words: ReadonlyMap<string, number>;
  /** Any of the words may stand there together, in a list. Their codes are single bits; the code of the list has them all. */
  readonly several: boolean;
  /** The whole numbers that may stand there; the code of the least is 0. */
  readonly numbers?: { readonly min: number; readonly max: number };
}

/** The code of a field that a record does not have. */
export const ABSENT = -1;

/** In place of a position: the line is left to others. */
const GIVEN_UP = -1;

/** A number with more digits might lose some of them. */
const MOST_DIGITS = 15;

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, QUOTE, COMMA, MINUS, ZERO, NINE, COLON, BACKSLASH] = [9, 10, 13, 32, 34, 44, 45, 48, 57, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, TILDE] = [91, 93, 123, 125, 126];

/**
 * Reads records such as `{"id":"a","home":"stable"}` straight from the bytes of a line, where they are plain: one JSON
 * object of known keys, each at most once, with values that they take, in printable ASCII without escapes. It gives up on
 * everything else, right or wrong, and agrees with `readJson` and `checkAnswers` on all that it reads.
 */
export class FlatRecords {
  /** What the last record said, in the order of the fields. */
  readonly codes: Int32Array;
  /** Where the value of `id` stands in the last record, quotes included; both 0 when it has none. */
  idStart = 0;
  idEnd = 0;
  readonly #fields: readonly ByteField[];
  /** The field that stood at each place of an earlier record; most records are like it. */
  readonly #order: Int32Array;
  /** The last record that had each field. */
  readonly #seen: Int32Array;
  #record = 0;
  /** The code of the last value. */
  #code = ABSENT;

  /** For records with these fields, and `id`. */
  constructor(fields: readonly Field[]) {
    this.codes = new Int32Array(fields.length);
    this.#fields = [...fields, { key: 'id', words: new Map<string, number>(), several: false }].map(byteField);
    this.#order = new Int32Array(this.#fields.length);
    this.#seen = new Int32Array(this.#fields.length);
  }

  /** The position after the line that starts here, line end included; -1 when the line is left to others. */
  read(bytes: DataView, start: number): number {
    this.codes.fill(ABSENT);
    this.idStart = 0;
    this.idEnd = 0;
    this.#record += 1;
    let at = afterBlanks(bytes, start);
    if (bytes.getUint8(at) !== OPEN_MAP) return GIVEN_UP;
    at = afterBlanks(bytes, at + 1);
    if (bytes.getUint8(at) === CLOSE_MAP) return afterLine(bytes, at + 1);
    for (let place = 0; place < this.#order.length; place += 1) {
      at = this.#pair(bytes, at, place);
      if (at === GIVEN_UP) return GIVEN_UP;
      at = afterBlanks(bytes, at);
      const next = bytes.getUint8(at);
      if (next === CLOSE_MAP) return afterLine(bytes, at + 1);
      if (next !== COMMA) return GIVEN_UP;
      at = afterBlanks(bytes, at + 1);
    }
    return GIVEN_UP;
  }

  /** The position after a key and its value. */
  #pair(bytes: DataView, start: number, place: number): number {
    const index = this.#keyAt(bytes, start, place);
    const field = this.#fields[index];
    if (field === undefined || this.#seen[index] === this.#record) return GIVEN_UP;
    this.#seen[index] = this.#record;
    const colon = afterBlanks(bytes, start + field.key.length);
    if (bytes.getUint8(colon) !== COLON) return GIVEN_UP;
    const at = afterBlanks(bytes, colon + 1);
    if (index === this.codes.length) return this.#id(bytes, at);
    const end = field.several ? this.#list(bytes, at, field) : this.#value(bytes, at, field);
    this.codes[index] = this.#code;
    return end;
  }

  #keyAt(bytes: DataView, at: number, place: number): number {
    const likely = this.#order[place] as number;
    if (standsAt(bytes, at, (this.#fields[likely] as ByteField).key)) return likely;
    const index = this.#fields.findIndex((field) => standsAt(bytes, at, field.key));
    if (index >= 0) this.#order[place] = index;
    return index;
  }

  #value(bytes: DataView, at: number, { words, codes, numbers }: ByteField): number {
    for (let place = 0; place < words.length; place += 1) {
      const word = words[place] as Token;
      if (standsAt(bytes, at, word)) {
        this.#code = codes[place] as number;
        return at + word.length;
      }
    }
    return numbers === undefined ? GIVEN_UP : this.#number(bytes, at, numbers);
  }

  #list(bytes: DataView, start: number, field: ByteField): number {
    if (bytes.getUint8(start) !== OPEN_LIST) return GIVEN_UP;
    let bits = 0;
    let at = afterBlanks(bytes, start + 1);
    while (bytes.getUint8(at) !== CLOSE_LIST) {
      if (bits !== 0) {
        if (bytes.getUint8(at) !== COMMA) return GIVEN_UP;
        at = afterBlanks(bytes, at + 1);
      }
      const end = this.#value(bytes, at, field);
      if (end === GIVEN_UP || (bits & this.#code) !== 0) return GIVEN_UP;
      bits |= this.#code;
      at = afterBlanks(bytes, end);
    }
    this.#code = bits;
    return at + 1;
  }

  #number(bytes: DataView, start: number, { min, max }: { readonly min: number; readonly max: number }): number {
    const end = afterNumber(bytes, start);
    if (end === GIVEN_UP) return GIVEN_UP;
    const value = Number(textOf(bytes, start, end));
    this.#code = value - min;
    return value < min || value > max ? GIVEN_UP : end;
  }

  #id(bytes: DataView, start: number): number {
    this.idStart = start;
    this.idEnd = bytes.getUint8(start) === QUOTE ? afterText(bytes, start) : afterNumber(bytes, start);
    return this.idEnd;
  }
}

interface ByteField {
  readonly key: Token;
  readonly words: readonly Token[];
  readonly codes: readonly number[];
  readonly several: boolean;
  readonly numbers: Field['numbers'];
}

/** A text in quotes. */
interface Token {
  readonly bytes: DataView;
  readonly length: number;
}

function byteField({ key, words, several, numbers }: Field): ByteField {
  return { key: token(key), words: [...words.keys()].map(token), codes: [...words.values()], several, numbers };
}

function token(text: string): Token {
  const bytes = Uint8Array.from(`"${text}"`, (character) => character.charCodeAt(0));
  return { bytes: new DataView(bytes.buffer), length: bytes.length };
}

/** Four bytes at a time, then one by one; looks no further than three bytes past the first that differs. */
function standsAt(bytes: DataView, at: number, { bytes: text, length }: Token): boolean {
  let index = 0;
  for (; index + 4 <= length; index += 4) if (bytes.getInt32(at + index) !== text.getInt32(index)) return false;
  for (; index < length; index += 1) if (bytes.getUint8(at + index) !== text.getUint8(index)) return false;
  return true;
}

function afterBlanks(bytes: DataView, start: number): number {
  let at = start;
  for (let byte = bytes.getUint8(at); byte === SPACE || byte === TAB; byte = bytes.getUint8(at)) at += 1;
  return at;
}

/** The end of a text of printable ASCII. */
function afterText(bytes: DataView, start: number): number {
  let at = start + 1;
  for (let byte = bytes.getUint8(at); byte !== QUOTE; byte = bytes.getUint8(at)) {
    if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return GIVEN_UP;
    at += 1;
  }
  return at + 1;
}

/** The end of a whole number as `JSON.stringify` writes it. */
function afterNumber(bytes: DataView, start: number): number {
  const first = bytes.getUint8(start) === MINUS ? start + 1 : start;
  let at = first;
  for (let byte = bytes.getUint8(at); byte >= ZERO && byte <= NINE; byte = bytes.getUint8(at)) at += 1;
  const padded = bytes.getUint8(first) === ZERO && at > start + 1;
  return at === first || at > first + MOST_DIGITS || padded ? GIVEN_UP : at;
}

function afterLine(bytes: DataView, start: number): number {
  let at = afterBlanks(bytes, start);
  if (bytes.getUint8(at) === CARRIAGE_RETURN) at += 1;
  return bytes.getUint8(at) === LINE_FEED ? at + 1 : GIVEN_UP;
}

function textOf(bytes: DataView, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes.getUint8(at));
  return text;
}
