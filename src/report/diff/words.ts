import { visible } from '../../messages/visible.ts';
import type { CountedEffect, Difference, FieldChange, Finding, Move, PartChange, ProvedEffect, RecordChange, RecordsEffect, Result, RuleEffect, Witness } from '../../model/difference.ts';

/** What every format says in the same words. */

/** How a lower level or urgency is marked, wherever it stands. */
export const LOWERED = 'LOWERED';

/** `1,152 answer sets`. */
export function many(count: bigint, one: string, several = `${one}s`): string {
  return `${grouped(count)} ${count === 1n ? one : several}`;
}

/** Digits in groups of three, whatever the locale. */
export function grouped(count: bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** One sentence on how many change, for `**` and the like to be put round. */
export function headline(effect: CountedEffect | RecordsEffect): string {
  const { compared, changed, lowered } = effect;
  const noun = effect.how === 'records' ? 'record' : 'answer set';
  if (changed === 0n) return `None of ${many(compared, noun)} changes level or urgency.`;
  const verb = changed === 1n ? 'changes' : 'change';
  const low = lowered === 0n ? 'none is lowered' : `${grouped(lowered)} ${lowered === 1n ? 'is' : 'are'} ${LOWERED}`;
  return `Of ${many(compared, noun)}, ${grouped(changed)} ${verb} level or urgency; ${low}.`;
}

/** Answer sets that are told apart from the others, because only one version takes them. */
export function notCompared({ notCompared: { old, new: now } }: CountedEffect | ProvedEffect): readonly string[] {
  return [
    ...(old > 0n ? [`${many(old, 'answer set')} of the old version cannot be compared: the new one does not take them.`] : []),
    ...(now > 0n ? [`${many(now, 'answer set')} of the new version cannot be compared: the old one did not take them.`] : []),
  ];
}

/** Records that are told apart, because nothing can be said of them. */
export function leftOut({ notCompared: open, rejected, file }: RecordsEffect): readonly string[] {
  return [
    ...(open > 0n ? [`${many(open, 'record')} cannot be compared: the result hangs on an answer that one version lacks.`] : []),
    ...(rejected > 0n ? [`${many(rejected, 'line')} of ${visible(file)} ${rejected === 1n ? 'holds' : 'hold'} no valid record.`] : []),
  ];
}

/** What moves: `LOWERED urgency urgent to soon`. */
export function moveText({ measure, from, to, lowered }: Move): string {
  return `${lowered ? `${LOWERED} ` : ''}${measure} ${placeName(from)} to ${placeName(to)}`;
}

/** `php, urgent`. */
export function resultText({ status, level, urgency }: Result): string {
  return `${placeName(level ?? status)}, ${urgency}`;
}

/** A level, or why there is none. */
export function placeName(id: string): string {
  return { 'out-of-scope': 'out of scope', 'no-rule': 'no rule' }[id] ?? id;
}

/** The two versions ask for the same answers, so that one line serves both. */
export function asksTheSame({ old, new: now }: Witness): boolean {
  return JSON.stringify(old.answers) === JSON.stringify(now.answers);
}

/** What became of a rule, in one phrase. */
export function ruleEffectText({ changed, lowered, holds, through }: RuleEffect): string {
  const decides = changed === 0n ? 'decides none of the changes' : `decides ${many(changed, 'change')}${lowered > 0n ? `, ${lowered === changed ? 'all' : grouped(lowered)} ${LOWERED}` : ''}`;
  const { more, fewer } = holds ?? { more: 0n, fewer: 0n };
  const parts = [...(more > 0n ? [`${grouped(more)} more`] : []), ...(fewer > 0n ? [`${grouped(fewer)} fewer`] : [])];
  return [decides, ...(parts.length > 0 ? [`holds for ${parts.join(' and ')}`] : []), ...(through.length > 0 ? [`reached through ${through.join(', ')}`] : [])].join('; ');
}

/** `+ rule x`, `- rule x`, `~ rule x`, `= rule x, was y`. */
export function partText({ part, id, change, was }: PartChange): string {
  const mark = { added: '+', removed: '-', changed: '~', renamed: '=' }[change];
  return `${mark} ${[part, id].filter((word) => word !== '').join(' ')}${was === undefined ? '' : `, was ${was}`}`;
}

/** Whether both values are short enough to stand on one line. */
export function isShort({ old, new: now }: FieldChange): boolean {
  return old !== null && now !== null && old.length + now.length < 56;
}

/** `line 7 (id 12): php, soon to iop, soon`. */
export function recordText({ line, id, from, to, lowered }: RecordChange): string {
  return `line ${line}${id === null ? '' : ` (id ${visible(String(id))})`}: ${lowered ? `${LOWERED} ` : ''}${resultText(from)} to ${resultText(to)}`;
}

export function findingText({ measure, direction, found }: Finding): string {
  const said = { yes: 'yes, someone', no: 'no, nobody', unknown: 'unknown: the proof was out of reach' }[found];
  return `${measure} ${direction === 'lowered' && found === 'yes' ? LOWERED : direction}: ${said}`;
}

/** The sentence about the version number; undefined when it is as it should be. */
export function versionText({ versionRaised, new: { version } }: Difference): string | undefined {
  if (versionRaised === undefined || versionRaised.enough) return undefined;
  return `The version is ${version}; after such a change it should be ${versionRaised.least} or higher.`;
}
