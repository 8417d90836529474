import type { FieldChange, PartChange } from '../../model/difference.ts';
import type { Condition, RuleSet } from '../../model/rule-set.ts';
import { conditionText } from '../wording.ts';
import { optionsOf } from './names.ts';

/** A part of a rule set: something with an id of its own, and what it says, key by key, in words. */
interface Part {
  readonly part: PartChange['part'];
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The old id of a part that has another one now. */
export type Was = (part: PartChange['part'], id: string) => string | undefined;

/** Every part that is not the same, in the new order, those that are gone last. The old version is in new names. */
export function partChanges(old: RuleSet, now: RuleSet, was: Was): readonly PartChange[] {
  const [before, after] = [partsOf(old), partsOf(now)];
  const same = (a: Part, b: Part): boolean => a.part === b.part && a.id === b.id;
  const kept = after.map((part) => partChange(part, before.find((other) => same(other, part)), part, was(part.part, part.id)));
  const removed = before.filter((part) => !after.some((other) => same(other, part))).map((part) => partChange(part, part, undefined, undefined));
  return [...kept, ...orderChanges(old, now), ...removed].flatMap((change) => change ?? []);
}

function partChange({ part, id }: Part, old: Part | undefined, now: Part | undefined, was: string | undefined): PartChange | undefined {
  const [were, are] = [old?.fields ?? new Map<string, string>(), now?.fields ?? new Map<string, string>()];
  const fields = [...new Set([...are.keys(), ...were.keys()])].flatMap((field): FieldChange[] => {
    const [before, after] = [were.get(field) ?? null, are.get(field) ?? null];
    return before === after ? [] : [{ field, old: before, new: after }];
  });
  if (old === undefined) return { part, id, change: 'added', fields };
  if (now === undefined) return { part, id, change: 'removed', fields };
  if (was !== undefined) return { part, id, change: 'renamed', was, fields };
  return fields.length === 0 ? undefined : { part, id, change: 'changed', fields };
}

/** Lists whose common items stand in another order. */
function orderChanges(old: RuleSet, now: RuleSet): readonly PartChange[] {
  const lists = (['levels', 'questions', 'rules', 'advice', 'contacts'] as const).map((list) => ({ of: list, was: old[list], is: now[list] }));
  const options = now.questions.map((question) => {
    const before = old.questions.find(({ id }) => id === question.id);
    return { of: `options of \`${question.id}\``, was: optionsOf(before), is: optionsOf(question) };
  });
  const fields = [...lists, ...options].flatMap(({ of, was, is }): FieldChange[] => {
    const [before, after] = [common(was, is), common(is, was)];
    return before === after ? [] : [{ field: `order of ${of}`, old: before, new: after }];
  });
  return fields.length === 0 ? [] : [{ part: 'rule set', id: now.id, change: 'changed', fields }];
}

type Items = readonly { readonly id: string }[];

function common(list: Items, other: Items): string {
  return list.flatMap(({ id }) => (other.some((item) => item.id === id) ? [id] : [])).join(', ');
}

function partsOf(ruleSet: RuleSet): readonly Part[] {
  const { id: name, version, title, about, notice, screen, scope, referral } = ruleSet;
  const part = (kind: Part['part'], id: string, value: object): Part => ({ part: kind, id, fields: fieldsOf(ruleSet, value) });
  const parts = (kind: Part['part'], items: Items): readonly Part[] => items.map((item) => part(kind, item.id, item));
  return [
    part('rule set', '', { ruleSet: name, version, title, about, notice, ...(screen !== undefined && { screen }) }),
    ...parts('level', ruleSet.levels),
    ...ruleSet.questions.flatMap((question) => [
      part('question', question.id, question),
      ...optionsOf(question).map((option) => part('option', `${question.id}: ${option.id}`, option)),
    ]),
    ...parts('score', ruleSet.scores),
    ...(scope === undefined ? [] : [part('scope', '', scope)]),
    ...parts('rule', ruleSet.rules),
    ...parts('advice', ruleSet.advice),
    ...parts('property', ruleSet.properties),
    part('referral', '', referral),
    ...parts('contact', ruleSet.contacts),
    ...parts('source', ruleSet.sources),
  ];
}

/** Keys that are told elsewhere: the id with the part, options as parts, the type by its other keys. */
const TOLD_ELSEWHERE = new Set(['id', 'options', 'type']);

function fieldsOf(ruleSet: RuleSet, value: object): ReadonlyMap<string, string> {
  const told = Object.entries(value).filter(([key, held]) => !TOLD_ELSEWHERE.has(key) && held !== false);
  return new Map(told.map(([key, held]) => [key, valueText(ruleSet, held)]));
}

function valueText(ruleSet: RuleSet, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => valueText(ruleSet, item)).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('test' in value) return conditionText(ruleSet, value as Condition);
  return Object.entries(value)
    .map(([key, held]) => `${key} (${valueText(ruleSet, held)})`)
    .join(', ');
}
