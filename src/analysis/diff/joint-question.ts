import { UNANSWERED } from '../../engine/coding.ts';
import { NOT_SURE, type Question, type RuleSet } from '../../model/rule-set.ts';

/** Which of two versions. */
export type Side = 'old' | 'new';
export const SIDES: readonly Side[] = ['old', 'new'];

/** A question of one version or of both, with the answers that can be compared. */
export interface JointQuestion {
  /** The new id; with `old.` or `new.` before it where the two versions ask something else under one id. */
  readonly id: string;
  /** Undefined where the version does not ask it. */
  readonly old: Question | undefined;
  readonly new: Question | undefined;
  readonly codes: readonly JointCode[];
  /** How many answers each version takes besides. */
  readonly only: Readonly<Record<Side, number>>;
}

/** An answer that both versions take, by its new name, with its code in each; -1 where it is not asked. */
export interface JointCode {
  readonly answer: string | number;
  readonly old: number;
  readonly new: number;
}

/** The questions that decide something, in the new order, those that are gone last. */
export function joinQuestions(old: RuleSet, now: RuleSet): readonly JointQuestion[] {
  const required = ({ questions }: RuleSet): readonly Question[] => questions.filter(({ kind }) => kind !== 'note');
  const [were, are] = [required(old), required(now)];
  return [
    ...are.flatMap((question) => join(were.find(({ id }) => id === question.id), question)),
    ...were.filter(({ id }) => !are.some((question) => question.id === id)).map((question) => alone(question.id, 'old', question)),
  ];
}

function join(old: Question | undefined, now: Question): readonly JointQuestion[] {
  if (old === undefined) return [alone(now.id, 'new', now)];
  const codes = shared(old, now);
  if (codes.length === 0) return [alone(`old.${old.id}`, 'old', old), alone(`new.${now.id}`, 'new', now)];
  const unsure = unsureCodes(old, now);
  const only = (question: Question, other: Question): number =>
    valuesOf(question).length - codes.length + Number(question.notSure !== undefined && other.notSure === undefined);
  return [{ id: now.id, old, new: now, codes: [...codes, ...unsure], only: { old: only(old, now), new: only(now, old) } }];
}

function alone(id: string, side: Side, question: Question): JointQuestion {
  const codes = valuesOf(question).map((answer, code): JointCode => ({ answer, old: UNANSWERED, new: UNANSWERED, [side]: code }));
  return { id, old: undefined, new: undefined, [side]: question, codes, only: { old: 0, new: 0 } };
}

function shared(old: Question, now: Question): readonly JointCode[] {
  const were = valuesOf(old);
  return valuesOf(now).flatMap((answer, code): JointCode[] => (were.includes(answer) ? [{ answer, old: were.indexOf(answer), new: code }] : []));
}

/** "Not sure" counts as another answer; but where the two versions do not agree which, it is an answer of its own. */
function unsureCodes(old: Question, now: Question): readonly JointCode[] {
  if (old.notSure === undefined || now.notSure === undefined || old.notSure === now.notSure) return [];
  const codeIn = (question: Question): number => valuesOf(question).indexOf(question.notSure as string | number);
  return [{ answer: NOT_SURE, old: codeIn(old), new: codeIn(now) }];
}

/** The answers to a question in the order of their codes. */
export function valuesOf(question: Question): readonly (string | number)[] {
  if (question.type === 'choice') return question.options.map(({ id }) => id);
  return Array.from({ length: question.max - question.min + 1 }, (_, code) => question.min + code);
}
