import type { ChalkInstance } from 'chalk';
import type { CountedEffect, Region, Witness } from '../../model/difference.ts';
import { indented, item, type Lines, paragraph } from '../layout.ts';
import { witnessText } from '../problems.ts';
import { asksTheSame, grouped, many, moveText, resultText } from './words.ts';

/** Who is affected: what moves to what, for which answers and by which rules, with answers that show it. */
export function moveSections({ moves }: CountedEffect, width: number, chalk: ChalkInstance): readonly Lines[] {
  return moves.map((move) => {
    const style = move.lowered ? chalk.red.bold : chalk.bold;
    const regions = move.regions.flatMap((region) => aboutRegion(region, width - 2));
    const more = move.elsewhere > 0n ? [`and ${grouped(move.elsewhere)} more`] : [];
    const title = paragraph(`${moveText(move)}: ${many(move.count, 'answer set')}`, width);
    return [...title.map((line) => style(line)), ...indented([...regions, ...more])];
  });
}

function aboutRegion({ where, rules, witness, count }: Region, width: number): Lines {
  const by = rules === null || rules.length === 0 ? [] : item(mark('by'), rules.join(', '), width - 2);
  return [...units(`${grouped(count)} where `, where, width), ...indented([...by, ...witnessLines(witness, width - 2)])];
}

/** What both versions make of a witness, by which rules, and its answers as a case holds them. */
export function witnessLines(witness: Witness, width: number): Lines {
  const decided = (side: Witness['old']): string => `${resultText(side)}${side.decidedBy.length === 0 ? '' : ` by ${side.decidedBy.join(', ')}`}`;
  const answers = asksTheSame(witness)
    ? units(mark('such as'), witnessText(witness.new.answers), width)
    : [...units(mark('was asked'), witnessText(witness.old.answers), width), ...units(mark('is asked'), witnessText(witness.new.answers), width)];
  return [...item(mark('before'), decided(witness.old), width), ...item(mark('after'), decided(witness.new), width), ...answers];
}

/** A list that is broken after its commas alone. */
function units(first: string, text: string, width: number): Lines {
  return item(first, text.replaceAll(/(?<!,) /g, '\u00a0'), width).map((line) => line.replaceAll('\u00a0', ' '));
}

const MARK_COLUMNS = 'was asked '.length;

function mark(word: string): string {
  return word.padEnd(MARK_COLUMNS);
}
