import { assess } from '../../src/engine/assess.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Problem, ProblemCode } from '../../src/model/problem.ts';
import { type Condition, type Property, type RuleSet, URGENCIES } from '../../src/model/rule-set.ts';

/** A finding with what its answers come out as: the witness, and with the change. */
interface Replay {
  readonly ruleSet: RuleSet;
  readonly message: string;
  /** Words between backticks. */
  readonly named: readonly string[];
  readonly change: Answers;
  readonly before: Assessment;
  readonly after: Assessment;
}

const SHOWS: Partial<Record<ProblemCode, (replay: Replay) => boolean>> = {
  gap: ({ before }) => before.status === 'no-rule',
  shadowed: ({ before, named }) => before.alsoMatched.some(({ rule }) => rule === named[0]),
  duplicate: ({ before, named }) => named.every((id) => [...before.decidedBy, ...before.alsoMatched].some(({ rule }) => rule === id)),
  'not-monotone': (replay) => lowered(replay)[replay.message.includes('lowers the level') ? 'level' : 'urgency'],
  'property-fails': (replay) => replay.ruleSet.properties.some((property) => property.id === replay.named[0] && broken(replay, property)),
};

/** Whether the answers of a finding show it when they are assessed. A finding that is about no answers needs none. */
export function shown(ruleSet: RuleSet, { code, message, witness, change = {} }: Problem): boolean {
  if (witness === undefined) return SHOWS[code] === undefined;
  const [before, after] = [assess(ruleSet, witness), assess(ruleSet, { ...witness, ...change })];
  const named = [...message.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  return before.complete && after.complete && SHOWS[code]?.({ ruleSet, message, named, change, before, after }) === true;
}

function lowered({ ruleSet, change, before, after }: Replay): { readonly level: boolean; readonly urgency: boolean } {
  const worse = Object.entries(change).every(([id, answer]) => rank(ruleSet, id, answer) === rank(ruleSet, id, before.answers[id]) + 1);
  const inScope = before.status !== 'out-of-scope' && after.status !== 'out-of-scope';
  return {
    level: worse && inScope && levelOf(ruleSet, after) < levelOf(ruleSet, before),
    urgency: worse && inScope && URGENCIES.indexOf(after.urgency) < URGENCIES.indexOf(before.urgency),
  };
}

function broken(replay: Replay, property: Property): boolean {
  const { ruleSet, change, before, after } = replay;
  switch (property.claim) {
    case 'expect': {
      const { levels, urgencies, status } = property.expect;
      const badLevel = levels !== undefined && before.status !== 'out-of-scope' && !levels.includes(before.level ?? '');
      return holds(replay, property.when) && (badLevel || urgencies?.includes(before.urgency) === false || (status !== undefined && before.status !== status));
    }
    case 'never':
      return holds(replay, property.never);
    case 'vary':
      return Object.keys(change).join() === property.vary && levelOf(ruleSet, before) - levelOf(ruleSet, after) > property.levelsAtMost;
    case 'monotone':
      return property.monotone.includes(Object.keys(change).join()) && (lowered(replay).level || lowered(replay).urgency);
  }
}

/** Whether the witness meets a condition: asked as a piece of advice, which may read the result too. */
function holds({ ruleSet, before }: Replay, when: Condition): boolean {
  return assess({ ...ruleSet, advice: [{ id: 'asked', when, say: '', sources: [] }] }, before.answers).advice.length > 0;
}

function levelOf(ruleSet: RuleSet, { level }: Assessment): number {
  return ruleSet.levels.findIndex(({ id }) => id === level);
}

function rank(ruleSet: RuleSet, id: string, answer: Answers[string] | undefined): number {
  const question = ruleSet.questions.find((each) => each.id === id);
  return question?.type === 'choice' ? question.options.findIndex((option) => option.id === answer) : Number(answer);
}
