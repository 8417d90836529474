import { type Coding } from '../engine/coding.ts';
import { bitsOf, termsOf } from '../engine/condition.ts';
import { type Row, tableOf } from '../engine/table.ts';
import { type Condition, type IntegerQuestion, type RuleSet, URGENCIES } from '../model/rule-set.ts';
import { attempt } from './attempt.ts';
import { Diagrams, type Node, TooManyNodes } from './diagram.ts';
import { costs, force, mostReadFirst } from './order.ts';

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

/** Nodes for a first try with each order, and for a last one with the order that is most often best. */
const FEW_NODES = 10_000;
const MANY_NODES = 250_000;

/** Throws `TooManyNodes` when the diagram would grow past its bound whatever the order of the questions. */
export function outcomeDiagram(ruleSet: RuleSet): OutcomeDiagram {
  const { coding, rows } = tableOf(ruleSet);
  const groups = rows.map((row) => row.reads);
  const forced = force(coding.required, groups);
  for (const order of [forced, mostReadFirst(coding.required, groups), coding.required]) {
    const made = attempt(TooManyNodes, () => outcomeWithin(ruleSet, order, FEW_NODES), () => undefined);
    if (made !== undefined) return made;
  }
  return outcomeWithin(ruleSet, forced, MANY_NODES);
}

/** The rules of a rule set, those first that cost its diagram most. */
export function costliestFirst(ruleSet: RuleSet): readonly Row[] {
  const { coding, rows } = tableOf(ruleSet);
  const groups = rows.map((row) => row.reads);
  const cost = costs(force(coding.required, groups), groups);
  return [...rows.keys()].sort((a, b) => (cost[b] as number) - (cost[a] as number)).map((place) => rows[place] as Row);
}

function outcomeWithin(ruleSet: RuleSet, order: readonly number[], mostNodes: number): OutcomeDiagram {
  const diagrams = new Diagrams(tableOf(ruleSet).coding.sizes, order, mostNodes);
  return { diagrams, outcome: outcomeNode(ruleSet, diagrams, order) };
}

/** What it takes to build diagrams; its positions are those of the rule set that is built. */
export type Builder = Pick<Diagrams, 'leaf' | 'choice' | 'merge'>;

/**
 * The outcome of a rule set within diagrams that share its coding. Rules whose last question stands near each other in
 * the order are merged first, so that the diagrams stay small for long. With `among` (1, else 0) it is told there alone,
 * and is elsewhere as if no rule held.
 */
export function outcomeNode(ruleSet: RuleSet, diagrams: Builder, order: readonly number[] = [], among?: Node): Node {
  const { coding, rows } = tableOf(ruleSet);
  const last = (row: Row): number => Math.max(-1, ...[...row.reads].map((position) => order.indexOf(position)));
  const asked = [...rows]
    .sort((a, b) => last(a) - last(b))
    .map((row) => {
      const outcome = encodeOutcome(row);
      const holds = conditionNode(ruleSet, coding, diagrams, row.rule.when);
      const asks = among === undefined ? holds : diagrams.merge('and', Math.min, holds, among);
      return diagrams.merge(`rule ${outcome}`, (truth) => (truth === 1 ? outcome : NOBODY), asks, NONE(diagrams));
    });
  const outcome = inHalves([diagrams.leaf(NOBODY), ...asked], (a, b) => diagrams.merge('most', most, a, b));
  if (ruleSet.scope === undefined) return outcome;
  const scope = conditionNode(ruleSet, coding, diagrams, ruleSet.scope.when);
  return diagrams.merge('scope', (truth, value) => (truth === 1 ? value : encodeOutcome({ ...decodeOutcome(value), level: OUT_OF_SCOPE })), scope, outcome);
}

/** Neighbours first, then what came of them: far fewer nodes than one after another. */
function inHalves(nodes: readonly Node[], merge: (a: Node, b: Node) => Node): Node {
  if (nodes.length === 1) return nodes[0] as Node;
  const middle = Math.floor(nodes.length / 2);
  return merge(inHalves(nodes.slice(0, middle), merge), inHalves(nodes.slice(middle), merge));
}

const NOBODY = encodeOutcome({ level: NO_RULE, urgency: 0 });
const NONE = (diagrams: Builder): Node => diagrams.leaf(0);

function most(a: number, b: number): number {
  const [first, second] = [decodeOutcome(a), decodeOutcome(b)];
  return encodeOutcome({ level: Math.max(first.level, second.level), urgency: Math.max(first.urgency, second.urgency) });
}

/** 1 where the condition holds, else 0. Scores and counts are running sums. */
export function conditionNode(ruleSet: RuleSet, coding: Coding, diagrams: Builder, condition: Condition): Node {
  const node = (part: Condition): Node => conditionNode(ruleSet, coding, diagrams, part);
  const join = (name: string, combine: (a: number, b: number) => number, parts: readonly Condition[], start: number): Node =>
    parts.map(node).reduce((a, b) => diagrams.merge(name, combine, a, b), diagrams.leaf(start));
  const within = ({ min, max }: { readonly min: number; readonly max: number }, total: Node): Node =>
    diagrams.merge(`within ${min} ${max}`, (value) => Number(value >= min && value <= max), total, NONE(diagrams));
  switch (condition.test) {
    case 'option': {
      const position = coding.positions.get(condition.question) as number;
      const bits = bitsOf(ruleSet, condition);
      return diagrams.choice(position, codesAt(coding, position).map((code) => (bits >>> code) & 1));
    }
    case 'number': {
      const position = coding.positions.get(condition.question) as number;
      const { min: least } = coding.questions[position] as IntegerQuestion;
      return within(condition, diagrams.choice(position, codesAt(coding, position).map((code) => least + code)));
    }
    case 'score':
      return within(condition, scoreNode(ruleSet, coding, diagrams, condition.score));
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

/** What a score comes to. */
export function scoreNode(ruleSet: RuleSet, coding: Coding, diagrams: Builder, score: string): Node {
  const terms = termsOf(ruleSet, coding, score).map(({ position, points }) => diagrams.choice(position, points));
  return terms.reduce((a, b) => diagrams.merge('add', add, a, b), diagrams.leaf(0));
}

function add(a: number, b: number): number {
  return a + b;
}

function codesAt(coding: Coding, position: number): readonly number[] {
  return Array.from({ length: coding.sizes[position] as number }, (_, code) => code);
}
