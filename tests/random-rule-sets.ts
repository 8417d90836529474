import fc from 'fast-check';
import type { Answers } from '../src/model/answers.ts';
import { type Condition, type Kind, NOT_SURE, type Question, type Rule, type RuleSet, type Score, URGENCIES } from '../src/model/rule-set.ts';

/** Random rule sets with every kind of condition, small enough to answer in every way. */
export function ruleSets(most: { readonly questions?: number; readonly rules?: number } = {}): fc.Arbitrary<RuleSet> {
  return fc.array(anyQuestion(), { minLength: 1, maxLength: most.questions ?? 5 }).chain((drafts) => {
    const questions = drafts.map((draft, place) => ({ ...draft, id: `q${place}` }));
    return score(questions).chain((scores) =>
      fc
        .array(rule(questions, scores), { minLength: 1, maxLength: most.rules ?? 8 })
        .chain((rules) =>
          fc.option(condition(questions, [], 1), { nil: undefined, freq: 3 }).map((scope) => assemble(questions, scores, rules, scope)),
        ),
    );
  });
}

/** Answers to a rule set, some of them not sure and, when asked for, some of them missing. */
export function answersTo(ruleSet: RuleSet, { missing = false } = {}): fc.Arbitrary<Answers> {
  const answer = (question: Question): fc.Arbitrary<string | number | undefined> => {
    const sure: fc.Arbitrary<string | number> =
      question.type === 'choice' ? fc.constantFrom(...question.options.map(({ id }) => id)) : fc.integer({ min: question.min, max: question.max });
    const given = question.notSure === undefined ? sure : fc.oneof({ weight: 4, arbitrary: sure }, { weight: 1, arbitrary: fc.constant(NOT_SURE) });
    return missing ? fc.option(given, { nil: undefined, freq: 2 }) : given;
  };
  return fc
    .tuple(...ruleSet.questions.map(answer))
    .map((given) => Object.fromEntries(ruleSet.questions.flatMap(({ id }, place) => (given[place] === undefined ? [] : [[id, given[place]]]))));
}

const LEVELS = ['low', 'middle', 'high', 'top'];

function anyQuestion(): fc.Arbitrary<Question> {
  const choice = fc.record({ size: fc.integer({ min: 2, max: 4 }), kind: fc.constantFrom<Kind>('need', 'preference'), sure: fc.boolean() }).map(
    ({ size, kind, sure }): Question => ({
      id: '',
      kind,
      text: 'Which?',
      type: 'choice',
      several: false,
      options: Array.from({ length: size }, (_, place) => ({ id: `o${place}`, text: `Option ${place}` })),
      ...(sure ? {} : { notSure: `o${size - 1}` }),
    }),
  );
  const integer = fc
    .record({ min: fc.integer({ min: -2, max: 2 }), size: fc.integer({ min: 1, max: 6 }) })
    .map(({ min, size }): Question => ({ id: '', kind: 'need', text: 'How many?', type: 'integer', min, max: min + size, notSure: min + size }));
  return fc.oneof({ weight: 4, arbitrary: choice }, { weight: 1, arbitrary: integer });
}

function score(questions: readonly Question[]): fc.Arbitrary<readonly Score[]> {
  const choices = questions.filter((candidate) => candidate.type === 'choice');
  if (choices.length === 0) return fc.constant([]);
  const points = fc.array(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), { minLength: choices.length, maxLength: choices.length });
  const made = points.map((table): readonly Score[] => [
    {
      id: 'burden',
      points: Object.fromEntries(
        choices.map(({ id, options }, place) => [id, Object.fromEntries(options.map((option, at) => [option.id, table[place]?.[at] ?? 0]))]),
      ),
    },
  ]);
  return fc.oneof(fc.constant([]), made);
}

function rule(questions: readonly Question[], scores: readonly Score[]): fc.Arbitrary<Omit<Rule, 'id'>> {
  return fc.record({
    when: condition(questions, scores, 2),
    level: fc.constantFrom(...LEVELS),
    urgency: fc.constantFrom('routine', 'routine', ...URGENCIES),
    because: fc.constant('It is so.'),
    sources: fc.constant(['source']),
  });
}

export function condition(questions: readonly Question[], scores: readonly Score[], depth: number): fc.Arbitrary<Condition> {
  const atom = fc.constantFrom(...questions).chain(atomOf);
  const total = scores.map(({ id, points }) => {
    const greatest = Object.values(points).reduce((sum, byOption) => sum + Math.max(...Object.values(byOption)), 0);
    return fc.tuple(fc.nat(greatest), fc.nat(greatest)).map(([a, b]): Condition => ({ test: 'score', score: id, min: Math.min(a, b), max: Math.max(a, b) }));
  });
  if (depth === 0) return fc.oneof(atom, ...total);
  const parts = fc.array(condition(questions, scores, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: atom },
    ...total.map((arbitrary) => ({ weight: 2, arbitrary })),
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom<'all' | 'any'>('all', 'any'), parts).map(([test, of]): Condition => ({ test, of })) },
    { weight: 1, arbitrary: condition(questions, scores, depth - 1).map((of): Condition => ({ test: 'not', of })) },
    {
      weight: 1,
      arbitrary: parts.chain((of) =>
        fc.tuple(fc.nat(of.length), fc.nat(of.length)).map(([a, b]): Condition => ({ test: 'count', min: Math.min(a, b), max: Math.max(a, b), of })),
      ),
    },
  );
}

function atomOf(asked: Question): fc.Arbitrary<Condition> {
  if (asked.type === 'integer') {
    const value = fc.integer({ min: asked.min, max: asked.max });
    return fc.tuple(value, value).map(([a, b]): Condition => ({ test: 'number', question: asked.id, min: Math.min(a, b), max: Math.max(a, b) }));
  }
  return fc
    .subarray(asked.options.map(({ id }) => id), { minLength: 1 })
    .map((options): Condition => ({ test: 'option', question: asked.id, options }));
}

function assemble(questions: readonly Question[], scores: readonly Score[], rules: readonly Omit<Rule, 'id'>[], scope: Condition | undefined): RuleSet {
  return {
    id: 'random',
    version: '1.0.0',
    title: 'Random',
    about: 'Random.',
    notice: 'Random.',
    levels: LEVELS.map((id) => ({ id, name: id, week: 'A week.' })),
    questions,
    scores,
    ...(scope === undefined ? {} : { scope: { when: scope, otherwise: 'Not for you.' } }),
    rules: rules.map((draft, place) => ({ id: `r${place}`, ...draft })),
    advice: [],
    properties: [],
    referral: { who: '', today: '', notAsked: '', bring: [], ask: [] },
    contacts: [],
    sources: [{ id: 'source', title: 'Source', unverified: false }],
    digest: 'sha256:0',
  };
}
