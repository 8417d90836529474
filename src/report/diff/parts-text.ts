import type { ChalkInstance } from 'chalk';
import { visible } from '../../messages/visible.ts';
import type { Difference, FieldChange, PartChange, RuleEffect } from '../../model/difference.ts';
import { indented, item, type Lines } from '../layout.ts';
import { isShort, partText, ruleEffectText } from './words.ts';

/** Every part that is not the same, with what it said and says; what became of a rule stands with it. */
export function partLines({ parts, effect }: Difference, width: number, chalk: ChalkInstance): Lines {
  const effects = effect.how === 'counted' ? effect.rules : [];
  const reached = effects.filter(({ rule }) => !parts.some((part) => isRule(part, rule)));
  return [
    ...parts.flatMap((part) => [...headingLines(part, effects.find(({ rule }) => isRule(part, rule)), width), ...fieldLines(part, width, chalk)]),
    ...reached.flatMap((rule) => item('', `~ rule ${rule.rule}: ${ruleEffectText(rule)}`, width)),
  ];
}

function isRule({ part, id }: PartChange, rule: string): boolean {
  return part === 'rule' && id === rule;
}

function headingLines(part: PartChange, effect: RuleEffect | undefined, width: number): Lines {
  return item('', `${visible(partText(part))}${effect === undefined ? '' : `: ${ruleEffectText(effect)}`}`, width);
}

function fieldLines({ fields }: PartChange, width: number, chalk: ChalkInstance): Lines {
  return indented(fields.flatMap((change) => fieldChangeLines(change, width - 2, chalk)));
}

function fieldChangeLines(change: FieldChange, width: number, chalk: ChalkInstance): Lines {
  const { field, old, new: now } = change;
  const gone = (mark: string, text: string, columns: number): Lines => oneLine(mark, text, columns).map((line) => chalk.red(line));
  const come = (mark: string, text: string, columns: number): Lines => oneLine(mark, text, columns).map((line) => chalk.green(line));
  if (old === null) return come(`+ ${field}: `, now ?? '', width);
  if (now === null) return gone(`- ${field}: `, old, width);
  if (isShort(change)) return oneLine(`${field}: `, `${old} -> ${now}`, width);
  return [`${field}:`, ...indented([...gone('- ', old, width - 2), ...come('+ ', now, width - 2)])];
}

/** A text from outside, its line breaks as blanks, wrapped anew. */
function oneLine(mark: string, text: string, width: number): Lines {
  return item(mark, visible(text.replaceAll(/\s+/g, ' ')), width);
}
