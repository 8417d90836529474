/** Where one way of writing SQL differs from another. */
export interface Dialect {
  /** Stands before the query of a step, so that a step is worked out once and not again wherever it is read. */
  readonly once: string;
  /** A column by its name in the table. */
  column(this: void, name: string): string;
  /** A value as text. */
  text(this: void, value: string): string;
  /** Whether a text is a whole number of at most nine digits. */
  isNumber(this: void, text: string): string;
  /** The number that such a text is; no error when it is none. */
  number(this: void, text: string): string;
  /** Texts with `;` between them, without those that are null; null, or empty, when all are. */
  list(this: void, texts: readonly string[]): string;
}

const quoted = (name: string): string => `"${name}"`;
const ticked = (name: string): string => `\`${name}\``;

/** Every dialect that a rule set can be written in. */
export const DIALECTS = {
  duckdb: {
    once: '',
    column: quoted,
    text: (value) => `CAST(${value} AS VARCHAR)`,
    isNumber: (text) => `regexp_full_match(${text}, '-?[0-9]{1,9}')`,
    number: (text) => `TRY_CAST(${text} AS INTEGER)`,
    list: (texts) => `array_to_string([${texts.join(', ')}], ';')`,
  },
  postgres: {
    once: 'MATERIALIZED ',
    column: quoted,
    text: (value) => `CAST(${value} AS TEXT)`,
    isNumber: (text) => `${text} ~ '^-?[0-9]{1,9}$'`,
    number: (text) => `CAST(${text} AS INTEGER)`,
    list: (texts) => `array_to_string(ARRAY[${texts.join(', ')}], ';')`,
  },
  spark: {
    once: '',
    column: ticked,
    text: (value) => `CAST(${value} AS STRING)`,
    isNumber: (text) => `${text} RLIKE '^-?[0-9]{1,9}$'`,
    number: (text) => `TRY_CAST(${text} AS INT)`,
    list: (texts) => `array_join(array(${texts.join(', ')}), ';')`,
  },
  bigquery: {
    once: '',
    column: ticked,
    text: (value) => `CAST(${value} AS STRING)`,
    isNumber: (text) => `REGEXP_CONTAINS(${text}, r'^-?[0-9]{1,9}$')`,
    number: (text) => `SAFE_CAST(${text} AS INT64)`,
    list: (texts) => `ARRAY_TO_STRING([${texts.join(', ')}], ';')`,
  },
} as const satisfies Readonly<Record<string, Dialect>>;
