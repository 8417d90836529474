import { type Condition, type Rule, type RuleSet, URGENCIES } from '../../src/model/rule-set.ts';

/** A rule set with one fault put in. */
export interface Mutant {
  readonly what: string;
  readonly ruleSet: RuleSet;
  /** It cannot show in what anybody gets; only the check can report it. */
  readonly clutter?: true;
}

/** Every rule set that is one typical slip away from this one. */
export function mutantsOf(ruleSet: RuleSet): readonly Mutant[] {
  return [...ruleSet.rules.flatMap((rule, place) => ruleMutants(ruleSet, rule, place)), ...questionMutants(ruleSet), ...pointMutants(ruleSet), ...otherMutants(ruleSet)];
}

function ruleMutants(ruleSet: RuleSet, rule: Rule, place: number): readonly Mutant[] {
  const by = (...rules: readonly Rule[]): RuleSet => ({ ...ruleSet, rules: ruleSet.rules.toSpliced(place, 1, ...rules) });
  const id = `${rule.id}-again`;
  const levels = ruleSet.levels.map((level) => level.id);
  const conditions = slips(ruleSet, rule.when).filter(({ when }, at, all) => all.findIndex((other) => JSON.stringify(other.when) === JSON.stringify(when)) === at);
  return [
    { what: `${rule.id} dropped`, ruleSet: by() },
    { what: `${rule.id} twice`, ruleSet: by(rule, { ...rule, id }), clutter: true },
    { what: `${rule.id} beside one that never matches`, ruleSet: by(rule, { ...rule, id, when: { test: 'all', of: [rule.when, { test: 'not', of: rule.when }] } }), clutter: true },
    ...neighbours(levels, rule.level).map((level) => ({ what: `${rule.id} asks for ${level}`, ruleSet: by({ ...rule, level }) })),
    ...neighbours(URGENCIES, rule.urgency).map((urgency) => ({ what: `${rule.id} is ${urgency}`, ruleSet: by({ ...rule, urgency }) })),
    ...conditions.map(({ what, when }) => ({ what: `${rule.id}: ${what}`, ruleSet: by({ ...rule, when }) })),
  ];
}

function neighbours<T extends string>(all: readonly T[], one: T): readonly T[] {
  return all.filter((_, place) => Math.abs(place - all.indexOf(one)) === 1);
}

interface Slip {
  readonly what: string;
  readonly when: Condition;
}

/** Every condition that is one slip away. */
function slips(ruleSet: RuleSet, when: Condition): readonly Slip[] {
  switch (when.test) {
    case 'option': {
      const all = ruleSet.questions.flatMap((question) => (question.id === when.question && question.type === 'choice' ? question.options.map(({ id }) => id) : []));
      return optionSlips(all, when.options).map((options) => ({ what: `${when.question} ${options.join(' or ')}`, when: { ...when, options } }));
    }
    case 'number':
    case 'score': {
      const bounds = [[when.min + 1, when.max], [when.min - 1, when.max], [0, when.min]] as const;
      return bounds.map(([min, max]) => ({ what: `${min} to ${max}`, when: { ...when, min, max } }));
    }
    case 'not':
      return [{ what: 'not left out', when: when.of }, ...slips(ruleSet, when.of).map((slip) => ({ ...slip, when: { ...when, of: slip.when } }))];
    case 'all':
    case 'any':
    case 'count': {
      const parts = when.of.flatMap((part, place) => [
        ...(when.of.length > 1 ? [{ what: `part ${place + 1} left out`, when: { ...when, of: when.of.toSpliced(place, 1) } }] : []),
        ...slips(ruleSet, part).map(({ what, when: slipped }) => ({ what, when: { ...when, of: when.of.with(place, slipped) } })),
      ]);
      return when.test === 'count' ? parts : [...parts, { what: 'all and any mixed up', when: { ...when, test: when.test === 'all' ? 'any' : 'all' } }];
    }
  }
}

/** Other choices of options: `atLeast` for `atMost`, one more, one fewer, each moved by one. */
function optionSlips(all: readonly string[], chosen: readonly string[]): readonly (readonly string[])[] {
  const places = chosen.map((id) => all.indexOf(id));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const other = last === all.length - 1 ? all.slice(0, first + 1) : all.slice(last);
  const more = [first - 1, last + 1].flatMap((place) => (all[place] === undefined ? [] : [[...chosen, all[place]]]));
  const fewer = chosen.length > 1 ? [chosen.slice(1), chosen.slice(0, -1)] : [];
  const moved = [-1, 1].flatMap((by) => (places.every((place) => all[place + by] !== undefined) ? [places.map((place) => all[place + by] ?? '')] : []));
  const key = (ids: readonly string[]): string => ids.toSorted().join();
  return [other, ...more, ...fewer, ...moved].filter((ids, place, list) => key(ids) !== key(chosen) && list.findIndex((one) => key(one) === key(ids)) === place);
}

/** "Not sure" taken as something milder, down to the mildest. */
function questionMutants(ruleSet: RuleSet): readonly Mutant[] {
  return ruleSet.questions.flatMap((question, place) => {
    if (question.type !== 'choice' || question.notSure === undefined) return [];
    const milder = question.options.slice(0, question.options.findIndex(({ id }) => id === question.notSure));
    return milder.map(({ id }) => ({
      what: `not sure about ${question.id} is ${id}`,
      ruleSet: { ...ruleSet, questions: ruleSet.questions.with(place, { ...question, notSure: id }) },
    }));
  });
}

function pointMutants(ruleSet: RuleSet): readonly Mutant[] {
  return ruleSet.scores.flatMap((score, place) =>
    Object.entries(score.points).flatMap(([question, byOption]) =>
      Object.entries(byOption).flatMap(([option, value]) =>
        [value - 1, value + 1].map((other) => ({
          what: `${option} of ${question} scores ${other}`,
          ruleSet: { ...ruleSet, scores: ruleSet.scores.with(place, { ...score, points: { ...score.points, [question]: { ...byOption, [option]: other } } }) },
        })),
      ),
    ),
  );
}

function otherMutants(ruleSet: RuleSet): readonly Mutant[] {
  const { levels, sources, scores, contacts, properties, scope } = ruleSet;
  const stale = contacts.map((contact, place) => (place === 0 ? { ...contact, recheck: '2000-01-01' } : contact));
  return [
    ...(scope === undefined ? [] : [{ what: 'scope turned round', ruleSet: { ...ruleSet, scope: { ...scope, when: { test: 'not' as const, of: scope.when } } } }]),
    { what: 'a level that nobody gets', ruleSet: { ...ruleSet, levels: [...levels, ...levels.slice(0, 1).map((level) => ({ ...level, id: 'never-got' }))] }, clutter: true },
    { what: 'a source that nothing names', ruleSet: { ...ruleSet, sources: [...sources, { id: 'unread', title: 'Unread', unverified: false }] }, clutter: true },
    { what: 'a score that nothing reads', ruleSet: { ...ruleSet, scores: [...scores, ...scores.slice(0, 1).map((score) => ({ ...score, id: 'unread' }))] }, clutter: true },
    { what: 'a contact long unchecked', ruleSet: { ...ruleSet, contacts: stale }, clutter: true },
    { what: 'nothing said about safety', ruleSet: { ...ruleSet, properties: properties.filter(({ claim }) => claim === 'vary' || claim === 'monotone') }, clutter: true },
  ];
}
