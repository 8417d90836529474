import { type Codes, decode, UNANSWERED } from '../../engine/coding.ts';
import { FALSE, TRUE, UNKNOWN } from '../../engine/condition.ts';
import type { Statement } from '../../engine/search.ts';
import type { Answers } from '../../model/answers.ts';
import type { Case } from '../../model/case.ts';
import type { Question, RuleSet } from '../../model/rule-set.ts';
import { attempt } from '../attempt.ts';
import type { Judged } from '../coverage.ts';
import { answersOf, example, NotProved, type Space, spaceOf } from '../space.ts';
import type { Obligation, Sight } from './obligations.ts';
import { isSeen, type Person, personOf } from './sights.ts';

/** Answers that would show something which no case shows yet. What to expect of them is for the author to say. */
export interface Suggestion {
  readonly answers: Answers;
  /** The case that it is nearest to, with the answers that differ; undefined when there is no whole case to start from. */
  readonly near?: { readonly case: Case; readonly changed: readonly string[] };
  readonly shows: { readonly obligation: Obligation; readonly sight: Sight };
}

/** At most so many suggestions, each made after the ones before it count as cases. Each changes as few answers as it can. */
export function suggest(ruleSet: RuleSet, cases: readonly Case[], judged: readonly Judged[], most: number): readonly Suggestion[] {
  const space: Space = { ...spaceOf(ruleSet), inScope: [] };
  const bases = cases.map((each) => ({ case: each, ...personOf(space, each.answers) })).filter(({ codes }) => isWhole(space, codes));
  const made: Person[] = [];
  const suggestions: Suggestion[] = [];
  for (const { obligation, missing } of judged) {
    for (const sight of missing) {
      if (suggestions.length === most) return suggestions;
      if (made.some((person) => isSeen(person, sight))) continue;
      const near = nearest(space, bases, sight);
      if (near === undefined) continue;
      made.push(personOf(space, near.answers));
      suggestions.push({ ...near, shows: { obligation, sight } });
    }
  }
  return suggestions;
}

interface Base extends Person {
  readonly case: Case;
}

/** Undefined when nothing comes of it within the bound of the search. */
function nearest(space: Space, bases: readonly Base[], sight: Sight): Omit<Suggestion, 'shows'> | undefined {
  for (let changes = 0; changes <= space.table.coding.required.length; changes += 1) {
    for (const base of bases) {
      const codes = found(space, [...sight.statements, within(space, base.codes, changes)]);
      if (codes !== undefined) return changed(space, base, codes, sight);
    }
  }
  const codes = found(space, sight.statements);
  return codes === undefined ? undefined : { answers: withAnswer(answersOf(space, codes), sight) };
}

/** Holds for answers of which no more than so many differ from the given ones. */
function within({ table }: Space, given: Codes, changes: number): Statement {
  const { required } = table.coding;
  return {
    reads: new Set(required),
    test: (codes) => {
      let [different, open] = [0, 0];
      for (const position of required) {
        if (codes[position] === UNANSWERED) open += 1;
        else if (codes[position] !== given[position]) different += 1;
      }
      if (different > changes) return FALSE;
      return different + open <= changes ? TRUE : UNKNOWN;
    },
  };
}

function found(space: Space, statements: readonly Statement[]): Codes | undefined {
  return attempt(NotProved, () => example(space, statements, []), () => undefined);
}

/** The answers of the base, but where the codes differ. What was "not sure" and counts the same stays "not sure". */
function changed({ table }: Space, base: Base, codes: Codes, sight: Sight): Omit<Suggestion, 'shows'> {
  const different = table.coding.required.flatMap((position) => {
    const question = table.coding.questions[position] as Question;
    const code = codes[position] as number;
    return code === UNANSWERED || code === base.codes[position] ? [] : [[question.id, decode(question, code)] as const];
  });
  const answers = withAnswer({ ...base.answers, ...Object.fromEntries(different) }, sight);
  return { answers, near: { case: base.case, changed: Object.keys(answers).filter((id) => answers[id] !== base.answers[id]) } };
}

function withAnswer(answers: Answers, { answer }: Sight): Answers {
  if (answer === undefined) return answers;
  const { question, option } = answer;
  return { ...answers, [question.id]: question.type === 'choice' && question.several ? [option] : option };
}

function isWhole({ table }: Space, codes: Codes): boolean {
  return table.coding.required.every((position) => codes[position] !== UNANSWERED);
}
