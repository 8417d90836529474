import type { CountedEffect, Difference, PartChange, ProvedEffect, Version } from '../../model/difference.ts';
import type { RuleSet } from '../../model/rule-set.ts';
import { attempt } from '../attempt.ts';
import { TooManyNodes } from '../diagram.ts';
import { assumedOf, levelsOfBoth } from './assumed.ts';
import { type Bounds, BOUNDS } from './bounds.ts';
import { countedEffect } from './counted.ts';
import { type Joint, jointOf } from './joint.ts';
import { inNewNames, type Names, namesBetween, newId, renamed, type Renames } from './names.ts';
import { partChanges, type Was } from './parts.ts';
import { provedEffect } from './proved.ts';
import { raisedEnough } from './raised.ts';
import { rulePairs } from './rule-pairs.ts';

/** Two versions side by side, before their effect is known. */
export interface Comparison {
  readonly joint: Joint;
  readonly names: Names;
  readonly told: Omit<Difference, 'effect' | 'versionRaised'>;
}

/** Compares two versions of a rule set over every answer set that both take. Exact, or it says that it is not. */
export function diff(original: RuleSet, now: RuleSet, bounds: Bounds = BOUNDS): Difference {
  const { joint, told } = comparisonOf(original, now);
  const effect = effectOf(joint, told.levels, bounds);
  const versionRaised = raisedEnough(told, effect);
  return { ...told, effect, ...(versionRaised === undefined ? {} : { versionRaised }) };
}

/** What belongs together in two versions, and what is not the same in them. */
export function comparisonOf(original: RuleSet, now: RuleSet): Comparison {
  const names = namesBetween(original, now);
  const named = inNewNames(original, names);
  const asks = ({ when, level, urgency }: RuleSet['rules'][number]): string => JSON.stringify([when, level, urgency]);
  const rules = renamed(named.rules, now.rules, (a, b) => asks(a) === asks(b));
  const old = { ...named, rules: named.rules.map((rule) => ({ ...rule, id: newId(rules, rule.id) })) };
  const joint = jointOf({ original, old, new: now });
  const levels = levelsOfBoth(old, now);
  const [assumed, parts] = [assumedOf(old, now, names, joint, levels), partChanges(old, now, wasBefore(names, rules))];
  return { joint, names, told: { old: versionOf(original), new: versionOf(now), levels, assumed, parts } };
}

/** The old id of a part that was renamed. */
function wasBefore(names: Names, rules: Renames): Was {
  const keyOf = (part: PartChange['part'], id: string): string => `${part} ${id}`;
  const ids = (part: PartChange['part'], renames: Renames, prefix = ''): readonly [string, string][] =>
    [...renames].map(([was, is]) => [keyOf(part, prefix + is), was]);
  const before = new Map([
    ...ids('level', names.levels),
    ...ids('question', names.questions),
    ...[...names.options].flatMap(([question, renames]) => ids('option', renames, `${question}: `)),
    ...ids('score', names.scores),
    ...ids('rule', rules),
  ]);
  return (part, id) => before.get(keyOf(part, id));
}

function effectOf(joint: Joint, levels: readonly string[], bounds: Bounds): CountedEffect | ProvedEffect {
  const rules = rulePairs(joint.sides.old.ruleSet, joint.sides.new.ruleSet);
  return attempt(
    TooManyNodes,
    () => countedEffect(joint, levels, rules, bounds),
    ({ message }) => provedEffect(joint, levels, rules, bounds, message),
  );
}

function versionOf({ id, version, digest }: RuleSet): Version {
  return { id, version, digest };
}
