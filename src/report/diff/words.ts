import { visible } from '../../messages/visible.ts';
import type { CountedEffect, Difference, FieldChange, Finding, Move, ProvedEffect, RecordChange, RecordsEffect, Result, Witness } from '../../model/difference.ts';

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

/** What the counts leave out: answer sets that only one version takes, and what stays where there is too much of it. */
export function notCounted(effect: CountedEffect | ProvedEffect): readonly string[] {
  const { old, new: now } = effect.notCompared;
  return [
    ...(effect.how === 'counted' && !effect.whole ? ['There are too many to count those that stay as they are (`=`); those that change are counted exactly.'] : []),
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
  const what = lowered ? `${LOWERED} ${measure}` : measure === 'level' ? 'Level' : 'Urgency';
  return `${what} ${placeName(from)} to ${placeName(to)}`;
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

/** Whether both values are short enough to stand on one line. */
export function isShort({ old, new: now }: FieldChange): boolean {
  return old !== null && now !== null && old.length + now.length < 56;
}

/** `line 7 (id 12): php, soon to iop, soon`. */
export function recordText({ line, id, from, to, lowered }: RecordChange): string {
  return `line ${line}${id === null ? '' : ` (id ${visible(String(id))})`}: ${lowered ? `${LOWERED} ` : ''}${resultText(from)} to ${resultText(to)}`;
}

/** Why only four questions were settled, before their answers. */
export function provedText({ because }: ProvedEffect): string {
  return `The answer sets could not be counted: the decision diagram has ${because}. It was proved instead whether anyone is affected:`;
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
