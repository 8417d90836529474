import { jsonRecords } from '../src/commands/records.ts';
import { assess } from '../src/engine/assess.ts';
import { verdict } from '../src/engine/verdict.ts';
import type { Block } from '../src/files/blocks.ts';
import { linesOf } from '../src/files/lines.ts';
import { type Question, type RuleSet, URGENCIES, type Urgency } from '../src/model/rule-set.ts';
import type { RecordResult } from '../src/report/batch.ts';

/** A stream of whole numbers below a bound (xorshift32), the same for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A line that is a plain record, or nearly one: a few bytes of it are made others. */
export function randomLine(ruleSet: RuleSet, next: (below: number) => number): Buffer {
  let bytes = Buffer.from(plainLine(ruleSet, next));
  for (let edits = next(3); edits > 0; edits -= 1) {
    const at = next(bytes.length + 1);
    const sign = Buffer.from(SIGNS[next(2 * SIGNS.length)] ?? '');
    bytes = Buffer.concat([bytes.subarray(0, at), sign, bytes.subarray(at + next(2))]);
  }
  return bytes;
}

const SIGNS = '{}[]",:\\ \t\r0123456789-.eE\u0000\u007fé/atrufn'.split('');

/** Lines as `batch` gets them. */
export function blockOf(lines: readonly Uint8Array[]): Block {
  const all = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
  const bytes = new Uint8Array(new ArrayBuffer(all.length + 8), 0, all.length);
  bytes.set(all);
  return { line: 1, readBytes: bytes.length, bytes };
}

/** What comes of the lines of a block when each is read by `JSON.parse` and all checks, and assessed alone. */
export function plainResults(ruleSet: RuleSet, partial: boolean): (block: Block) => RecordResult[] {
  const read = jsonRecords(ruleSet, { partial });
  return (block) =>
    linesOf(block, 'name').map((each) => {
      const { line, id, answers } = read(each);
      if (!answers.ok) {
        const { decidedBy: deciding, alsoMatched } = assess(ruleSet, answers.valid ?? {});
        const asked = answers.valid === undefined ? [] : [...deciding, ...alsoMatched].map(({ urgency }) => URGENCIES.indexOf(urgency));
        const readable = URGENCIES[Math.max(0, ...asked)] as Urgency;
        const error = { code: answers.problems[0]?.code ?? 'empty', message: answers.problems.map(({ message }) => message).join('; ') };
        return { line, id, ...(readable !== 'routine' && { urgency: readable }), error };
      }
      const { status, level, range, urgency, decidedBy, complete, unanswered } = verdict(ruleSet, answers.value);
      return { line, id, status, level, range, urgency, decidedBy, complete, unanswered };
    });
}

/** A record of any of the questions, as different programs would write it, with most of its values valid. */
function plainLine(ruleSet: RuleSet, next: (below: number) => number): string {
  const [afterColon, afterComma, around] = [['', ' ', '\t', '  '][next(4)], ['', ' ', '  '][next(3)], ['', '', '', ' ', '\r'][next(5)]];
  const keys = shuffled(['id', ...ruleSet.questions.map(({ id }) => id)], next).filter(() => next(12) > 0);
  const pairs = keys.map((key) => {
    const question = ruleSet.questions.find(({ id }) => id === key);
    return `"${key}":${afterColon}${question === undefined ? idText(next) : valueText(question, next)}`;
  });
  if (next(40) === 0) pairs.push(pairs[next(pairs.length)] ?? '');
  return `{${pairs.join(`,${afterComma}`)}}${around}`;
}

function idText(next: (below: number) => number): string {
  return [`"p-${next(1000)}"`, String(next(1_000_000)), `-${next(50)}`, '"a b!~"', '""', 'null', '"é"', '"\\u0041"', '0', '-0', '007', '1.0', '1e3', '9007199254740993'][next(14)] ?? '';
}

function valueText(question: Question, next: (below: number) => number): string {
  if (next(60) === 0) return ['null', 'true', '1', '"x"', '{}', '[]', '""', '["x"]'][next(8)] ?? '';
  if (question.type === 'integer') return String(question.min - (next(20) === 0 ? 1 : 0) + next(question.max - question.min + 1));
  const words = [...question.options.map(({ id }) => id), ...(question.notSure === undefined ? [] : ['not-sure'])];
  const word = (): string => `"${words[next(words.length)]}"`;
  return question.several ? `[${Array.from({ length: next(4) }, word).join([',', ', '][next(2)])}]` : word();
}

function shuffled<T>(items: readonly T[], next: (below: number) => number): T[] {
  if (next(2) === 0) return [...items];
  return items
    .map((item) => ({ item, at: next(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
