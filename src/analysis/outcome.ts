import { type Coding } from '../engine/coding.ts';
import { bitsOf, termsOf } from '../engine/condition.ts';
import { tableOf } from '../engine/table.ts';
import type { Condition, RuleSet } from '../model/rule-set.ts';
import { URGENCIES } from '../model/rule-set.ts';
import { Diagrams, type Node } from './diagram.ts';
import { force } from './order.ts';

/** Instead of a level: no rule covers the answers, or they are out of scope. */
export const NO_RULE = -1;
export const OUT_OF_SCOPE = -2;

/** What an answer set comes out as; places in the lists, least first. */
export interface Outcome {
  readonly level: number;
  readonly urgency: number;
}

/** The outcome of every complete answer set to a rule set, as one diagram. */
export interface OutcomeDiagram {
  readonly diagrams: Diagrams;
  readonly outcome: Node;
}

/** Leaves hold outcomes as one number. */
export function encodeOutcome({ level, urgency }: Outcome): number {
  return (level - OUT_OF_SCOPE) * URGENCIES.length + urgency;
}

export function decodeOutcome(value: number): Outcome {
  return { level: Math.floor(value / URGENCIES.length) + OUT_OF_SCOPE, urgency: value % URGENCIES.length };
}

/** Throws `TooManyNodes` when the diagram would grow past its bound. */
export function outcomeDiagram(ruleSet: RuleSet): OutcomeDiagram {
  const { coding, rows } = tableOf(ruleSet);
  const order = force(
    coding.required,
    rows.map((row) => row.reads),
  );
  const diagrams = new Diagrams(coding.sizes, order);
  return { diagrams, outcome: outcomeNode(ruleSet, diagrams) };
}

/** The outcome of a rule set within diagrams that share its coding. Most intensive rules first: they absorb the others. */
export function outcomeNode(ruleSet: RuleSet, diagrams: Diagrams): Node {
  const { coding, rows } = tableOf(ruleSet);
  const asked = [...rows]
    .sort((a, b) => b.level - a.level || b.urgency - a.urgency)
    .map((row) => {
      const outcome = encodeOutcome(row);
      return diagrams.merge(`rule ${outcome}`, (truth) => (truth === 1 ? outcome : NOBODY), conditionNode(ruleSet, coding, diagrams, row.rule.when), NONE(diagrams));
    });
  const outcome = asked.reduce((a, b) => diagrams.merge('most', most, a, b), diagrams.leaf(NOBODY));
  if (ruleSet.scope === undefined) return outcome;
  const scope = conditionNode(ruleSet, coding, diagrams, ruleSet.scope.when);
  return diagrams.merge('scope', (truth, value) => (truth === 1 ? value : encodeOutcome({ ...decodeOutcome(value), level: OUT_OF_SCOPE })), scope, outcome);
}

const NOBODY = encodeOutcome({ level: NO_RULE, urgency: 0 });
const NONE = (diagrams: Diagrams): Node => diagrams.leaf(0);

function most(a: number, b: number): number {
  const [first, second] = [decodeOutcome(a), decodeOutcome(b)];
  return encodeOutcome({ level: Math.max(first.level, second.level), urgency: Math.max(first.urgency, second.urgency) });
}

/** 1 where the condition holds, else 0. Scores and counts are running sums. */
export function conditionNode(ruleSet: RuleSet, coding: Coding, diagrams: Diagrams, condition: Condition): Node {
  const node = (part: Condition): Node => conditionNode(ruleSet, coding, diagrams, part);
  const join = (name: string, combine: (a: number, b: number) => number, parts: readonly Condition[], start: number): Node =>
    parts.map(node).reduce((a, b) => diagrams.merge(name, combine, a, b), diagrams.leaf(start));
  const within = ({ min, max }: { readonly min: number; readonly max: number }, total: Node): Node =>
    diagrams.merge(`within ${min} ${max}`, (value) => Number(value >= min && value <= max), total, NONE(diagrams));
  const add = (a: number, b: number): number => a + b;
  switch (condition.test) {
    case 'option': {
      const position = coding.positions.get(condition.question) as number;
      const bits = bitsOf(ruleSet, condition);
      return diagrams.choice(position, codesAt(coding, position).map((code) => (bits >>> code) & 1));
    }
    case 'number': {
      const position = coding.positions.get(condition.question) as number;
      const question = coding.questions[position];
      const least = question?.type === 'integer' ? question.min : 0;
      return within(condition, diagrams.choice(position, codesAt(coding, position).map((code) => least + code)));
    }
    case 'score': {
      const terms = termsOf(ruleSet, coding, condition.score).map(({ position, points }) => diagrams.choice(position, points));
      return within(condition, terms.reduce((a, b) => diagrams.merge('add', add, a, b), diagrams.leaf(0)));
    }
    case 'all':
      return join('and', Math.min, condition.of, 1);
    case 'any':
      return join('or', Math.max, condition.of, 0);
    case 'not':
      return diagrams.merge('not', (truth) => 1 - truth, node(condition.of), NONE(diagrams));
    case 'count':
      return within(condition, join('add', add, condition.of, 0));
  }
}

function codesAt(coding: Coding, position: number): readonly number[] {
  return Array.from({ length: coding.sizes[position] as number }, (_, code) => code);
}
