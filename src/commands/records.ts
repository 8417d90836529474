import type { Line } from '../files/lines.ts';
import { type AnswersRead, checkAnswers, type GivenAnswer } from '../language/answers.ts';
import { readJson } from '../language/json.ts';
import { Page } from '../language/page.ts';
import { entries, plain } from '../language/tree.ts';
import { isVisible } from '../messages/visible.ts';
import type { ProblemCode, Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** One person's answers among many. */
export interface AnswerRecord {
  /** The line that the record stands on, from 1. */
  readonly line: number;
  /** The record's own id; null without one, and where it cannot be read. */
  readonly id: string | number | null;
  readonly answers: AnswersRead;
}

/** Reads the record that stands on a line. */
export type RecordReader = (line: Line) => AnswerRecord;

export interface RecordOptions {
  /** Answers may be missing. */
  readonly partial: boolean;
}

/** The key of a record's id. Where it stands twice, neither is the record's own. */
const ID_KEY = /"id"\s*:/;

/** Reads lines that are a JSON object each: question ids, and `id` for a record that has one. */
export function jsonRecords(ruleSet: RuleSet, options: RecordOptions): RecordReader {
  return ({ line, text }) => {
    if (!text.ok) return rejected(line, text);
    const page = new Page(text.value, `line ${line}`);
    const root = readJson(page);
    if (root !== undefined && root.kind !== 'map') page.refuse('wrong-type', root.start, 'a record is a map of questions to options');
    if (root === undefined) return rejected(line, page.refused());
    const given = entries(root).map(({ key, node }) => ({ question: key, value: plain(node) }));
    const id = given.find(({ question }) => question === 'id')?.value ?? null;
    if (!page.clean) return rejected(line, page.refused(), ID_KEY.test(text.value.replace(ID_KEY, '')) ? null : id);
    return record(ruleSet, options, line, id, given.filter(({ question }) => question !== 'id'));
  };
}

/** The record of these answers, when its id can be echoed. */
export function record(ruleSet: RuleSet, options: RecordOptions, line: number, id: unknown, given: readonly GivenAnswer[]): AnswerRecord {
  if (!isId(id)) {
    return rejected(line, wrong('wrong-type', '`id` is neither a text without control characters nor a whole number'));
  }
  return { line, id, answers: checkAnswers(ruleSet, given, options) };
}

/** A record that cannot be read, with its id where that can. */
export function rejected(line: number, answers: AnswersRead, id: unknown = null): AnswerRecord {
  return { line, id: isId(id) ? id : null, answers };
}

/** Whether an id can be echoed. */
function isId(id: unknown): id is AnswerRecord['id'] {
  return typeof id === 'string' ? isVisible(id) : id === null || Number.isSafeInteger(id);
}

export function wrong(code: ProblemCode, message: string, help?: string): Read<never> {
  return { ok: false, problems: [{ code, severity: 'error', message, ...(help !== undefined && { help }) }] };
}
