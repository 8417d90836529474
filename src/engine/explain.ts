import type { Answer, Answers } from '../model/answers.ts';
import type { Change, FiredRule } from '../model/assessment.ts';
import { type Condition, type Level, type Question, type RuleSet, URGENCIES, type Urgency } from '../model/rule-set.ts';
import { type Codes, decode } from './coding.ts';
import { compile, FALSE, positionsIn, termsOf, TRUE, type Truth } from './condition.ts';
import { boundsOf, type Row, type Table } from './table.ts';

/** A rule that holds, with the answers that made it hold. */
export function fired(ruleSet: RuleSet, table: Table, codes: Codes, answers: Answers, row: Row): FiredRule {
  const { rule } = row;
  const behind = new Set(reasons(ruleSet, table, codes, rule.when, TRUE));
  const inScope = table.scope(codes) !== FALSE;
  return {
    rule: rule.id,
    level: inScope ? rule.level : null,
    urgency: rule.urgency,
    because: rule.because,
    answers: Object.fromEntries(
      table.coding.questions.flatMap(({ id }, position) => (behind.has(position) && Object.hasOwn(answers, id) ? [[id, answers[id] as Answer]] : [])),
    ),
    sources: rule.sources,
  };
}

/** Every change of a single answer that moves the level; of a number, the nearest value for each level that it moves to. */
export function changes(ruleSet: RuleSet, table: Table, codes: Codes): readonly Change[] {
  const now = boundsOf(table.rows, codes).level;
  return table.coding.required.flatMap((position) => {
    const question = table.coding.questions[position] as Question;
    const before = codes[position] as number;
    const size = table.coding.sizes[position] as number;
    const others = nearestFirst(before, size);
    const found = others.flatMap((code) => {
      codes[position] = code;
      const { level, urgency } = boundsOf(table.rows, codes);
      return level >= 0 && level !== now && table.scope(codes) === TRUE ? [{ code, level, urgency }] : [];
    });
    codes[position] = before;
    const kept = question.type === 'integer' ? firstPerLevel(found, before) : found;
    return kept
      .sort((a, b) => a.code - b.code)
      .map(({ code, level, urgency }) => ({
        answers: { [question.id]: decode(question, code) },
        level: (ruleSet.levels[level] as Level).id,
        urgency: URGENCIES[urgency] as Urgency,
      }));
  });
}

function nearestFirst(from: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, code) => code).sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
}

function firstPerLevel<T extends { readonly code: number; readonly level: number }>(found: readonly T[], from: number): T[] {
  const direction = (change: T): string => `${change.level} ${Math.sign(change.code - from)}`;
  return found.filter((change, index) => found.findIndex((other) => direction(other) === direction(change)) === index);
}

/** Positions of the answers that give a condition the truth value it has (`value` is true or false, never unknown). */
function reasons(ruleSet: RuleSet, table: Table, codes: Codes, condition: Condition, value: Truth): readonly number[] {
  const deeper = (part: Condition, wanted: Truth): readonly number[] => reasons(ruleSet, table, codes, part, wanted);
  const having = (parts: readonly Condition[], wanted: Truth): readonly Condition[] =>
    parts.filter((part) => compile(ruleSet, table.coding, part)(codes) === wanted);
  switch (condition.test) {
    case 'option':
    case 'number':
      return positionsIn(ruleSet, table.coding, condition);
    case 'score': {
      const terms = termsOf(ruleSet, table.coding, condition.score);
      const atLeast = value === TRUE && condition.max >= terms.reduce((sum, { points }) => sum + Math.max(...points), 0);
      const adds = ({ position, points }: (typeof terms)[number]): boolean => (points[codes[position] as number] ?? 0) > 0;
      return (atLeast ? terms.filter(adds) : terms).map((term) => term.position);
    }
    case 'not':
      return deeper(condition.of, (TRUE - value) as Truth);
    case 'all':
    case 'any': {
      const needsEvery = (condition.test === 'all') === (value === TRUE);
      const parts = having(condition.of, value);
      return (needsEvery ? parts : parts.slice(0, 1)).flatMap((part) => deeper(part, value));
    }
    case 'count': {
      const atLeast = value === TRUE && condition.max >= condition.of.length;
      const holding = having(condition.of, TRUE).flatMap((part) => deeper(part, TRUE));
      return atLeast ? holding : [...holding, ...having(condition.of, FALSE).flatMap((part) => deeper(part, FALSE))];
    }
  }
}
