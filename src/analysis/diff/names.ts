import type { Side } from './joint-question.ts';
import type { Condition, Level, Option, Property, Question, RuleSet, Score } from '../../model/rule-set.ts';

/** Old id to new id. */
export type Renames = ReadonlyMap<string, string>;

/** What has another id in the new version. */
export interface Names {
  readonly levels: Renames;
  readonly questions: Renames;
  /** By the new id of their question. */
  readonly options: ReadonlyMap<string, Renames>;
  readonly scores: Renames;
}

/**
 * What was only given another id: a level with the same name, a question or an option with the same text, a score with
 * the same points. Two that could stand for one another are no renaming, since nobody could tell which is which.
 */
export function namesBetween(old: RuleSet, now: RuleSet): Names {
  const questions = renamed(old.questions, now.questions, (a, b) => a.type === b.type && a.text === b.text);
  const options = old.questions.map((before): [string, Renames] => {
    const id = newId(questions, before.id);
    const after = now.questions.find((question) => question.id === id);
    return [id, renamed(optionsOf(before), optionsOf(after), (a, b) => a.text === b.text)];
  });
  const names = {
    levels: renamed(old.levels, now.levels, (a, b) => a.name === b.name),
    questions,
    options: new Map(options),
    scores: new Map<string, string>(),
  };
  const pointsOf = ({ points }: Score): string => JSON.stringify(points);
  return { ...names, scores: renamed(inNewNames(old, names).scores, now.scores, (a, b) => pointsOf(a) === pointsOf(b)) };
}

/** None where it is asked for a number, or not at all. */
export function optionsOf(question: Question | undefined): readonly Option[] {
  return question?.type === 'choice' ? question.options : [];
}

/** Old id to new id of what only one version has, where exactly one of the other is the same. */
export function renamed<T extends { readonly id: string }>(old: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): Renames {
  const gone = old.filter(({ id }) => !now.some((item) => item.id === id));
  const come = now.filter(({ id }) => !old.some((item) => item.id === id));
  return new Map(
    gone.flatMap((before): [string, string][] => {
      const [after, ...others] = come.filter((item) => same(before, item));
      const alone = after !== undefined && others.length === 0 && gone.filter((item) => same(item, after)).length === 1;
      return alone ? [[before.id, after.id]] : [];
    }),
  );
}

export function newId(renames: Renames | undefined, id: string): string {
  return renames?.get(id) ?? id;
}

/** An answer by the names of one version, whichever version's names it was given in. */
export function answerIn(side: Side, names: Names, question: string, value: unknown): { readonly question: string; readonly value: unknown } {
  const id = newId(names.questions, question);
  const options = names.options.get(id) ?? new Map<string, string>();
  const [questions, values] = side === 'new' ? [names.questions, options] : [inverse(names.questions), inverse(options)];
  return { question: newId(questions, question), value: typeof value === 'string' ? newId(values, value) : value };
}

function inverse(renames: Renames): Renames {
  return new Map([...renames].map(([was, is]) => [is, was]));
}

/** The old rule set as if it had been written with the new names. Everything keeps its place, and so its code. */
export function inNewNames(ruleSet: RuleSet, names: Names): RuleSet {
  const when = (condition: Condition): Condition => renameCondition(names, condition);
  return {
    ...ruleSet,
    levels: ruleSet.levels.map((level): Level => ({ ...level, id: newId(names.levels, level.id) })),
    questions: ruleSet.questions.map((question) => renameQuestion(names, question)),
    scores: ruleSet.scores.map((score) => renameScore(names, score)),
    ...(ruleSet.screen === undefined ? {} : { screen: newId(names.scores, ruleSet.screen) }),
    ...(ruleSet.scope === undefined ? {} : { scope: { ...ruleSet.scope, when: when(ruleSet.scope.when) } }),
    rules: ruleSet.rules.map((rule) => ({ ...rule, when: when(rule.when), level: newId(names.levels, rule.level) })),
    advice: ruleSet.advice.map((advice) => ({ ...advice, when: when(advice.when) })),
    properties: ruleSet.properties.map((property) => renameProperty(names, property)),
    contacts: ruleSet.contacts.map((contact) => ({ ...contact, ...(contact.when === undefined ? {} : { when: when(contact.when) }) })),
  };
}

function renameQuestion(names: Names, question: Question): Question {
  const id = newId(names.questions, question.id);
  if (question.type === 'integer') return { ...question, id };
  const option = (old: string): string => newId(names.options.get(id), old);
  return {
    ...question,
    id,
    options: question.options.map((each) => ({ ...each, id: option(each.id) })),
    ...(question.notSure === undefined ? {} : { notSure: option(question.notSure) }),
  };
}

function renameScore(names: Names, { id, points }: Score): Score {
  const renameKeys = <T>(map: Readonly<Record<string, T>>, renames: Renames | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [newId(renames, key), value]));
  const byQuestion = Object.entries(renameKeys(points, names.questions));
  return {
    id: newId(names.scores, id),
    points: Object.fromEntries(byQuestion.map(([question, byOption]) => [question, renameKeys(byOption, names.options.get(question))])),
  };
}

function renameCondition(names: Names, condition: Condition): Condition {
  switch (condition.test) {
    case 'option': {
      const question = newId(names.questions, condition.question);
      const renames = question === 'level' ? names.levels : names.options.get(question);
      return { ...condition, question, options: condition.options.map((option) => newId(renames, option)) };
    }
    case 'number':
      return { ...condition, question: newId(names.questions, condition.question) };
    case 'score':
      return { ...condition, score: newId(names.scores, condition.score) };
    case 'not':
      return { ...condition, of: renameCondition(names, condition.of) };
    case 'all':
    case 'any':
    case 'count':
      return { ...condition, of: condition.of.map((part) => renameCondition(names, part)) };
  }
}

function renameProperty(names: Names, property: Property): Property {
  switch (property.claim) {
    case 'expect': {
      const { levels, ...expect } = property.expect;
      const named = levels?.map((level) => newId(names.levels, level));
      return { ...property, when: renameCondition(names, property.when), expect: { ...(named === undefined ? {} : { levels: named }), ...expect } };
    }
    case 'never':
      return { ...property, never: renameCondition(names, property.never) };
    case 'vary':
      return {
        ...property,
        vary: newId(names.questions, property.vary),
        ...(property.when === undefined ? {} : { when: renameCondition(names, property.when) }),
      };
    case 'monotone':
      return { ...property, monotone: property.monotone.map((id) => newId(names.questions, id)) };
  }
}
