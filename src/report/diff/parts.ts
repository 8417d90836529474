import { visible } from '../../messages/visible.ts';
import type { Decides, Difference, FieldChange, PartChange, RuleEffect } from '../../model/difference.ts';
import { grouped, LOWERED, many } from './words.ts';

/** A part that is not the same: what it is and what became of it, and what it said and says. */
export interface ToldPart {
  readonly heading: string;
  readonly fields: readonly FieldChange[];
}

/** Every part that is not the same, and after them the rules that are reached by one of these. */
export function toldParts({ parts, effect }: Difference): readonly ToldPart[] {
  const effects = effect.how === 'counted' ? effect.rules : [];
  const effectOn = ({ part, id }: PartChange): RuleEffect | undefined => (part === 'rule' ? effects.find(({ rule }) => rule === id) : undefined);
  const written = parts.map((part) => ({ heading: headingOf(part, effectOn(part)), fields: part.fields }));
  const reached = effects.filter((rule) => !parts.some((part) => effectOn(part) === rule));
  return [...written, ...reached.map((rule) => ({ heading: headingOf({ part: 'rule', id: rule.rule, change: 'changed' }, rule), fields: [] }))];
}

/** `+ rule x`, `- rule x`, `~ rule x`, `= rule x, was y`; of a rule, also what became of it. */
function headingOf({ part, id, change, was }: Omit<PartChange, 'fields'>, effect: RuleEffect | undefined): string {
  const mark = { added: '+', removed: '-', changed: '~', renamed: '=' }[change];
  const name = `${mark} ${[part, id].filter((word) => word !== '').join(' ')}${was === undefined ? '' : `, was ${was}`}`;
  return visible([name, ...(effect === undefined ? [] : [effectText(effect)])].filter((text) => text !== '').join(': '));
}

function effectText({ decides, holds, through }: RuleEffect): string {
  const { more, fewer } = holds ?? { more: 0n, fewer: 0n };
  const parts = [...(more > 0n ? [`${grouped(more)} more`] : []), ...(fewer > 0n ? [`${grouped(fewer)} fewer`] : [])];
  return [
    ...(decides === null ? [] : [decidesText(decides)]),
    ...(parts.length > 0 ? [`holds for ${parts.join(' and ')}`] : []),
    ...(through.length > 0 ? [`reached through ${through.join(', ')}`] : []),
  ].join('; ');
}

function decidesText({ changed, lowered }: Decides): string {
  if (changed === 0n) return 'decides none of the changes';
  return `decides ${many(changed, 'change')}${lowered > 0n ? `, ${lowered === changed ? 'all' : grouped(lowered)} ${LOWERED}` : ''}`;
}
