import { TRUE, FALSE, type Truth } from '../../engine/condition.ts';
import type { Statement } from '../../engine/search.ts';
import type { Answers } from '../../model/answers.ts';
import type { Problem } from '../../model/problem.ts';
import { type Condition, type Outcome, type Property, URGENCIES } from '../../model/rule-set.ts';
import { drop, type Pair } from '../compare.ts';
import { outcomeText } from '../describe.ts';
import { answersOf, example, type Space, statement } from '../space.ts';
import type { Subject } from '../subject.ts';

/** property-fails: if and only if some answer set breaks the claim of the property. */
export function propertyFails(subject: Subject): readonly Problem[] {
  return subject.ruleSet.properties.flatMap((property): Problem[] => {
    const broken = counterexample(subject, property);
    if (broken === undefined) return [];
    const { witness, change } = broken;
    const changed = change === undefined ? '' : `; with ${JSON.stringify(change)} they get ${outcomeText(subject, { ...witness, ...change })}`;
    return [
      {
        code: 'property-fails',
        severity: 'error',
        message: `property \`${property.id}\` does not hold: these answers get ${outcomeText(subject, witness)}${changed}`,
        help: 'change the rules, or the property where it claims too much',
        place: subject.placeOf('properties', property.id),
        ...broken,
      },
    ];
  });
}

type Counterexample = { readonly witness: Answers; readonly change?: Answers };

function counterexample(subject: Subject, property: Property): Counterexample | undefined {
  switch (property.claim) {
    case 'expect':
      return witnessOf(subject, unexpected(subject, statement(subject.ruleSet, property.when), property.expect));
    case 'never':
      return witnessOf(subject, forbidden(subject, property.never));
    case 'vary':
      return moved(subject, property);
    case 'monotone':
      return first(property.monotone, (id) => lowered(subject, id));
  }
}

/** Level claims are about people in scope; urgency claims about everyone, since urgency works out of scope too. */
function unexpected(subject: Subject, when: Statement, { levels, urgencies, status }: Outcome): ReturnType<typeof example> {
  const everyone: Space = { ...subject, inScope: [] };
  const { ruleSet, rows } = subject;
  const badLevels = levels === undefined ? [] : ruleSet.levels.flatMap(({ id }, place) => (levels.includes(id) ? [] : [place]));
  const badUrgencies = urgencies === undefined ? [] : URGENCIES.flatMap((id, place) => (urgencies.includes(id) ? [] : [place]));
  return (
    first(badLevels, (level) => example(subject, [when, asking(rows.filter((row) => row.level === level))], rows.filter((row) => row.level > level))) ??
    first(badUrgencies, (urgency) => {
      const asked = urgency === 0 ? [] : [asking(rows.filter((row) => row.urgency === urgency))];
      return example(everyone, [when, ...asked], rows.filter((row) => row.urgency > urgency));
    }) ??
    (levels === undefined && status !== 'decided' ? undefined : example(subject, [when], rows)) ??
    (status === 'out-of-scope' ? example(subject, [when], []) : undefined) ??
    (status === 'decided' ? example(everyone, [when], subject.inScope) : undefined)
  );
}

/** Answers in scope that match a condition which may also read the level and the urgency they get. */
function forbidden(subject: Subject, condition: Condition): ReturnType<typeof example> {
  const never = statement(subject.ruleSet, condition);
  const { coding } = subject.table;
  const levels = never.reads.has(coding.level) ? subject.ruleSet.levels.map((_, level) => level) : [undefined];
  const urgencies = never.reads.has(coding.urgency) ? URGENCIES.map((_, urgency) => urgency) : [undefined];
  return first(levels, (level) =>
    first(urgencies, (urgency) => {
      const given = subject.open.slice();
      if (level !== undefined) given[coding.level] = level;
      if (urgency !== undefined) given[coding.urgency] = urgency;
      const asked = [
        ...(level === undefined ? [] : [asking(subject.rows.filter((row) => row.level === level))]),
        ...(urgency === undefined || urgency === 0 ? [] : [asking(subject.rows.filter((row) => row.urgency === urgency))]),
      ];
      const more = subject.rows.filter((row) => row.level > (level ?? Infinity) || row.urgency > (urgency ?? Infinity));
      return example(subject, [never, ...asked], more, given);
    }),
  );
}

/** A pair of answer sets that differ in one answer, and by more levels than the property allows. */
function moved(subject: Subject, { vary, when, levelsAtMost }: Property & { claim: 'vary' }): Pair | undefined {
  const position = subject.table.coding.positions.get(vary) as number;
  const codes = Array.from({ length: subject.table.coding.sizes[position] as number }, (_, code) => code);
  const space = when === undefined ? subject : { ...subject, inScope: [...subject.inScope, statement(subject.ruleSet, when)] };
  return first(codes, (from) => first(codes, (to) => (from === to ? undefined : drop(space, 'level', position, [from, to], levelsAtMost))));
}

function lowered(subject: Subject, id: string): Pair | undefined {
  const position = subject.table.coding.positions.get(id) as number;
  const steps = Array.from({ length: (subject.table.coding.sizes[position] as number) - 1 }, (_, code) => code);
  return first(['level', 'urgency'] as const, (measure) => first(steps, (code) => drop(subject, measure, position, [code, code + 1])));
}

/** Holds when one of these does. */
function asking(statements: readonly Statement[]): Statement {
  return {
    test: (codes) => statements.reduce<Truth>((truth, { test }) => (truth === TRUE ? TRUE : (Math.max(truth, test(codes)) as Truth)), FALSE),
    reads: new Set(statements.flatMap(({ reads }) => [...reads])),
  };
}

function witnessOf(space: Space, codes: ReturnType<typeof example>): Counterexample | undefined {
  return codes === undefined ? undefined : { witness: answersOf(space, codes) };
}

function first<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = of(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
