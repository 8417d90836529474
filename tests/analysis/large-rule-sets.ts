import type { Condition, Question, Rule, RuleSet } from '../../src/model/rule-set.ts';

/** How the rules of a large rule set are drawn up. */
export interface Style {
  /** Whether conditions say "at least", or name any options. */
  readonly options: 'at-least' | 'any';
  /** Whether the questions of a rule stand near each other, or anywhere. */
  readonly questions: 'near' | 'anywhere';
}

const LEVELS = ['low', 'middle', 'high', 'top'];
const URGENCIES = ['routine', 'soon', 'urgent', 'emergency'] as const;

/** 30 questions of 5 options and 200 rules over 2 to 4 of them; the same for the same style. */
export function largeRuleSet({ options, questions }: Style): RuleSet {
  const random = randomFrom(7);
  const size = 30;
  const rules = Array.from({ length: 200 }, (_, place): Rule => {
    const first = random(size);
    const read = new Set<number>();
    for (const count = 2 + random(3); read.size < count; ) read.add(questions === 'near' ? (first + random(6)) % size : random(size));
    const of = [...read].map((at): Condition => ({ test: 'option', question: `q${at}`, options: options === 'at-least' ? someFrom(1 + random(4)) : anyOf(random) }));
    return ruleOf(`r${place}`, { test: 'all', of }, LEVELS[random(4)] ?? 'low', URGENCIES[random(4)] ?? 'routine');
  });
  return ruleSetOf(Array.from({ length: size }, (_, place) => questionOf(`q${place}`, 5)), rules);
}

export function questionOf(id: string, options: number): Question & { type: 'choice' } {
  return { id, kind: 'need', text: '', type: 'choice', several: false, options: Array.from({ length: options }, (_, place) => ({ id: `o${place}`, text: '' })) };
}

export function ruleOf(id: string, when: Condition, level: string, urgency: Rule['urgency'] = 'routine'): Rule {
  return { id, when, level, urgency, because: '', sources: [] };
}

export function ruleSetOf(questions: readonly Question[], rules: readonly Rule[], scores: RuleSet['scores'] = []): RuleSet {
  return {
    id: 'large',
    version: '1.0.0',
    title: '',
    about: '',
    notice: '',
    levels: LEVELS.map((id) => ({ id, name: id, week: '' })),
    questions,
    scores,
    rules,
    advice: [],
    properties: [],
    referral: { who: '', today: '', notAsked: '', bring: [], ask: [] },
    contacts: [],
    sources: [],
    digest: 'sha256:0',
  };
}

function someFrom(first: number): string[] {
  return [0, 1, 2, 3, 4].filter((option) => option >= first).map((option) => `o${option}`);
}

function anyOf(random: (below: number) => number): string[] {
  const some = [0, 1, 2, 3, 4].filter(() => random(5) < 2);
  return (some.length > 0 ? some : [random(5)]).map((option) => `o${option}`);
}

/** Whole numbers below a bound, the same in each run (Numerical Recipes' generator). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
