import { visible } from '../../messages/visible.ts';
import type { CountedEffect, Difference, FieldChange, ProvedEffect, RecordsEffect, Region, Witness } from '../../model/difference.ts';
import { witnessText } from '../problems.ts';
import { code, details, fenced, list, table } from './markdown.ts';
import { matricesOf } from './matrix.ts';
import { type Acceptance, acceptanceLine, type DiffPage, shortDigest } from './page.ts';
import { toldParts } from './parts.ts';
import { asksTheSame, findingText, grouped, headline, leftOut, many, moveText, notCounted, provedText, recordText, resultText, versionText } from './words.ts';

/** A comment on GitHub holds 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** Paragraphs, lists and tables of Markdown. */
type Blocks = readonly string[];

/** A difference as Markdown for a comment on a pull request. */
export function diffGithub(page: DiffPage): string {
  const { old, new: now, assumed, parts } = page.difference;
  const title = `### Rules: ${code(`${old.id} ${old.version}`)} to ${code(`${now.id} ${now.version}`)}`;
  const told = [title, ...effectBlocks(page.difference), ...(assumed.length === 0 ? [] : [`Taken for granted:\n\n${list(assumed)}`])];
  const written = partBlocks(page.difference);
  const whole = markdown([...told, ...written, ...noteBlocks(page)]);
  if (whole.length <= MOST_CHARACTERS) return whole;
  return markdown([...told, `${many(BigInt(parts.length), 'part is', 'parts are')} written otherwise: too many for a comment.`, ...noteBlocks(page)]);
}

function markdown(blocks: Blocks): string {
  return `${blocks.join('\n\n')}\n`;
}

function effectBlocks({ effect, levels }: Difference): Blocks {
  switch (effect.how) {
    case 'counted':
      return [...headBlocks(effect, notCounted(effect)), ...matrixBlocks(effect, levels), ...moveBlocks(effect)];
    case 'proved':
      return provedBlocks(effect);
    case 'records':
      return [...headBlocks(effect, leftOut(effect)), ...matrixBlocks(effect, levels), ...recordBlocks(effect)];
  }
}

function headBlocks(effect: CountedEffect | RecordsEffect, more: readonly string[]): Blocks {
  const head = `**${headline(effect)}**`;
  return [effect.lowered > 0n ? `> [!CAUTION]\n> ${head}` : head, ...more];
}

function matrixBlocks(effect: CountedEffect | RecordsEffect, levels: readonly string[]): Blocks {
  return matricesOf(effect, levels).map(({ of, rows, columns, cells }) => {
    const bold = { none: '', same: '', changed: '**', lowered: '**' };
    return table([`${of} was, and is now`, ...columns], cells.map((row, index) => [rows[index] as string, ...row.map(({ text, kind }) => `${bold[kind]}${text}${bold[kind]}`)]));
  });
}

function moveBlocks({ moves }: CountedEffect): Blocks {
  return moves.map((move) => {
    const more = move.elsewhere > 0n ? [`and ${grouped(move.elsewhere)} more`] : [];
    return `**${moveText(move)}**: ${many(move.count, 'answer set')}\n\n${list([...move.regions.map(regionText), ...more])}`;
  });
}

function regionText({ where, rules, count, witness }: Region): string {
  const by = rules === null || rules.length === 0 ? '' : `, by ${rules.map(code).join(', ')}`;
  return `${grouped(count)} where ${where}${by}\n${witnessBlock(witness)}`;
}

function witnessBlock(witness: Witness): string {
  const { old, new: now } = witness;
  const decided = (side: Witness['old']): string => `${resultText(side)}${side.decidedBy.length === 0 ? '' : ` by ${side.decidedBy.join(', ')}`}`;
  const answers = asksTheSame(witness) ? [`answers: ${witnessText(now.answers)}`] : [`old answers: ${witnessText(old.answers)}`, `new answers: ${witnessText(now.answers)}`];
  return details('answers that show it', fenced('text', [`before: ${decided(old)}`, `after: ${decided(now)}`, ...answers]));
}

function provedBlocks(effect: ProvedEffect): Blocks {
  const findings = effect.findings.map((finding) => (finding.witness === undefined ? findingText(finding) : `**${findingText(finding)}**\n${witnessBlock(finding.witness)}`));
  return [provedText(effect), list(findings), ...notCounted(effect)];
}

function recordBlocks({ records, changed, rejectedLines, rejected }: RecordsEffect): Blocks {
  const rest = (count: bigint): Blocks => (count > 0n ? [`and ${grouped(count)} more`] : []);
  const refusals = rejectedLines.map(({ line, message }) => visible(`line ${line}: ${message}`));
  return [
    ...(records.length === 0 ? [] : [details('Records that change', fenced('text', [...records.map(recordText), ...rest(changed - BigInt(records.length))]))]),
    ...(refusals.length === 0 ? [] : [details('Lines without a valid record', fenced('text', [...refusals, ...rest(rejected - BigInt(refusals.length))]))]),
  ];
}

function partBlocks(difference: Difference): Blocks {
  const parts = toldParts(difference);
  if (parts.length === 0) return [];
  const lines = parts.flatMap(({ heading, fields }) => [`@@ ${heading} @@`, ...fields.flatMap(fieldLines)]);
  return [details(`Written otherwise: ${many(BigInt(parts.length), 'part')}`, fenced('diff', lines))];
}

function fieldLines({ field, old, new: now }: FieldChange): readonly string[] {
  const line = (mark: string, text: string | null): readonly string[] => (text === null ? [] : [visible(`${mark} ${field}: ${text.replaceAll(/\s+/g, ' ')}`)]);
  return [...line('-', old), ...line('+', now)];
}

function noteBlocks({ difference, names, acceptance }: DiffPage): Blocks {
  const version = versionText(difference);
  const sides = (['old', 'new'] as const).map((side) => `${side} ${code(names[side])}, ${code(shortDigest(difference[side]))}`);
  return [...(version === undefined ? [] : [version]), ...(acceptance === undefined ? [] : [acceptanceBlock(acceptance, difference)]), `Compared: ${sides.join('; ')}.`];
}

function acceptanceBlock({ file, line }: Acceptance, difference: Difference): string {
  if (line !== null) return `Accepted in ${code(file)}, line ${line}.`;
  return `Not accepted. Once it is reviewed, add this line to ${code(file)}:\n\n${fenced('text', [acceptanceLine(difference)])}`;
}
