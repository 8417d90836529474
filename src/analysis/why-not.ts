import { decode, encode } from '../engine/coding.ts';
import { tableOf } from '../engine/table.ts';
import { verdict } from '../engine/verdict.ts';
import type { Answers } from '../model/answers.ts';
import type { Change } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { attempt } from './attempt.ts';
import { TooManyNodes } from './diagram.ts';
import { decodeOutcome, type OutcomeDiagram, outcomeDiagram } from './outcome.ts';

/** Why complete answers get their level and not another one. */
export interface WhyNot {
  readonly level: string;
  /** Ids of the rules that hold and ask for more than this level: they stand in the way of less care. */
  readonly askForMore: readonly string[];
  /** The fewest answers that would have to differ to get this level; undefined when none do, or when it is out of reach. */
  readonly fewest: Change | undefined;
}

/** Why not this level? The answers must be complete and in scope, and the level another than they get. */
export function whyNot(ruleSet: RuleSet, answers: Answers, level: string): WhyNot {
  const levels = ruleSet.levels.map(({ id }) => id);
  const { decidedBy, alsoMatched } = verdict(ruleSet, answers);
  const holding = new Set([...decidedBy, ...alsoMatched]);
  const asksMore = ruleSet.rules.filter((rule) => holding.has(rule.id) && levels.indexOf(rule.level) > levels.indexOf(level));
  return { level, askForMore: asksMore.map(({ id }) => id), fewest: fewestChanges(ruleSet, answers, levels.indexOf(level)) };
}

const known = new WeakMap<RuleSet, OutcomeDiagram | undefined>();

function fewestChanges(ruleSet: RuleSet, answers: Answers, level: number): Change | undefined {
  const { coding } = tableOf(ruleSet);
  const codes = encode(coding, answers);
  const diagram = outcomesOf(ruleSet);
  const found = diagram?.diagrams.nearest(diagram.outcome, codes, (value) => decodeOutcome(value).level === level);
  if (found === undefined) return undefined;
  const changed = coding.questions.flatMap((question, position) => {
    const code = found[position] as number;
    return code === codes[position] ? [] : [[question.id, decode(question, code)]];
  });
  const change: Answers = Object.fromEntries(changed);
  const result = verdict(ruleSet, { ...answers, ...change });
  return { answers: change, level: result.level as string, urgency: result.urgency };
}

function outcomesOf(ruleSet: RuleSet): OutcomeDiagram | undefined {
  if (!known.has(ruleSet)) known.set(ruleSet, attempt(TooManyNodes, () => outcomeDiagram(ruleSet), () => undefined));
  return known.get(ruleSet);
}
