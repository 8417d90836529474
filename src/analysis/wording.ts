import { type ChoiceQuestion, type Condition, type IntegerQuestion, type RuleSet, type Score, URGENCIES } from '../model/rule-set.ts';

/**
 * Some of all options in few words: `severe`, `at least severe`, `mild or severe`, `not unsafe`. Where the options have an
 * order, neighbours are drawn together.
 */
export function someOf(all: readonly string[], chosen: readonly string[], ordered: boolean): string {
  const runs = runsOf(all, chosen, ordered);
  const alone = runs.length === 1;
  const missing = all.filter((id) => !chosen.includes(id));
  if (!alone && missing.length === 1 && chosen.length > 2) return `not ${missing[0]}`;
  return list(runs.map((run) => runText(all, run, alone)));
}

/** A condition in words; in a list, `,` means "and". */
export function conditionText(ruleSet: RuleSet, condition: Condition): string {
  const parts = (of: readonly Condition[]): string => `(${of.map((part) => conditionText(ruleSet, part)).join('; ')})`;
  switch (condition.test) {
    case 'option': {
      const { options, ordered } = optionsOf(ruleSet, condition.question);
      return `${condition.question} ${someOf(options, condition.options, ordered)}`;
    }
    case 'number': {
      const { min, max } = ruleSet.questions.find(({ id }) => id === condition.question) as IntegerQuestion;
      return `${condition.question} ${boundsText(condition, min, max)}`;
    }
    case 'score':
      return `${condition.score} ${boundsText(condition, 0, greatest(ruleSet, condition.score))}`;
    case 'all':
      return condition.of.map((part) => conditionText(ruleSet, part)).join(', ');
    case 'any':
      return `any of ${parts(condition.of)}`;
    case 'not':
      return `not ${parts([condition.of])}`;
    case 'count':
      return `${boundsText(condition, 0, condition.of.length)} of ${parts(condition.of)}`;
  }
}

/** Neighbours in words; alone, they may reach up or down to the end. */
function runText(all: readonly string[], run: readonly string[], alone: boolean): string {
  if (run.length === 1) return run.join();
  const [least, most] = [run[0], run.at(-1)];
  if (alone && most === all.at(-1)) return `at least ${least}`;
  return alone && least === all[0] ? `at most ${most}` : `${least} to ${most}`;
}

/** The chosen ones in the order of all; neighbours in one run where that order means something. */
function runsOf(all: readonly string[], chosen: readonly string[], ordered: boolean): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const [place, id] of all.entries()) {
    if (!chosen.includes(id)) continue;
    const run = runs.at(-1);
    if (ordered && run !== undefined && run.at(-1) === all[place - 1]) run.push(id);
    else runs.push([id]);
  }
  return runs;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

function boundsText({ min, max }: { readonly min: number; readonly max: number }, least: number, most: number): string {
  if (min === max) return String(min);
  if (max >= most) return `at least ${min}`;
  return min <= least ? `at most ${max}` : `${min} to ${max}`;
}

function optionsOf(ruleSet: RuleSet, name: string): { readonly options: readonly string[]; readonly ordered: boolean } {
  if (name === 'level') return { options: ruleSet.levels.map(({ id }) => id), ordered: true };
  if (name === 'urgency') return { options: URGENCIES, ordered: true };
  const { options, kind } = ruleSet.questions.find(({ id }) => id === name) as ChoiceQuestion;
  return { options: options.map(({ id }) => id), ordered: kind === 'need' };
}

function greatest(ruleSet: RuleSet, score: string): number {
  const { points } = ruleSet.scores.find(({ id }) => id === score) as Score;
  return Object.values(points).reduce((sum, byOption) => sum + Math.max(0, ...Object.values(byOption)), 0);
}
