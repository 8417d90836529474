import { visible } from '../../messages/visible.ts';
import type { ProblemCode } from '../../model/problem.ts';
import type { Tally } from '../../model/proof.ts';
import { URGENCIES } from '../../model/rule-set.ts';
import { indented, item, type Lines } from '../layout.ts';
import { problemsText } from '../problems.ts';
import { type CheckedFile, grouped, totalsText } from './checked.ts';

/** For each file the findings and what is proved, in lines of at most so many columns. */
export function checkText(files: readonly CheckedFile[], columns: number): string {
  return files.map((checked) => `${problemsText(checked.findings)}${visible(totalsText(checked))}\n${lined(proofLines(checked, columns))}`).join('\n');
}

function proofLines(checked: CheckedFile, columns: number): Lines {
  const { proof, milliseconds } = checked;
  const claims = claimsOf(checked).flatMap((claim) => item('- ', visible(claim), columns - 2));
  return [
    `proved over ${proof.answerSets === 1n ? 'the one answer set' : `all ${grouped(proof.answerSets)} answer sets`}, in ${grouped(Math.max(1, Math.round(milliseconds)))} ms`,
    ...indented(claims),
    ...(proof.tallies === undefined ? [] : indented(['answer sets that come out as', ...table(checked, proof.tallies)])),
  ];
}

/** What holds of the rule set, as far as no finding speaks against it. */
function claimsOf({ ruleSet, findings, proof }: CheckedFile): readonly string[] {
  const clear = (...codes: readonly ProblemCode[]): boolean => !findings.some(({ code }) => code === 'not-proved' || codes.includes(code));
  const properties = ruleSet.properties.length;
  const holding = proof.properties.length === 0 ? '' : `: ${proof.properties.join(', ')}`;
  return [
    ...(clear('gap') ? [`everyone${ruleSet.scope === undefined ? '' : ' in scope'} gets a level`] : []),
    ...(clear('never-matches', 'shadowed') ? [`${ruleSet.rules.length} of ${ruleSet.rules.length} rules decide for someone`] : []),
    ...(clear('not-monotone') ? ['a worse answer to a need never gets a lower level or urgency'] : []),
    ...(properties === 0 ? [] : [`${proof.properties.length} of ${properties} ${properties === 1 ? 'property holds' : 'properties hold'}${holding}`]),
  ];
}

/** A row for each level, a column for each urgency. */
function table({ ruleSet }: CheckedFile, tallies: readonly Tally[]): Lines {
  const levels = ruleSet.levels.map(({ id }) => ({ name: id, of: tallies.filter(({ level }) => level === id) }));
  const without = (['no-rule', 'out-of-scope'] as const).map((status) => ({ name: WITHOUT_LEVEL[status], of: tallies.filter((tally) => tally.status === status) }));
  const rows = [...levels, ...without.filter(({ of }) => of.length > 0)].map(({ name, of }) => [
    visible(name),
    ...URGENCIES.map((urgency) => grouped(of.find((tally) => tally.urgency === urgency)?.answerSets ?? 0n)),
  ]);
  const cells = [['', ...URGENCIES], ...rows];
  const widthOf = (column: number): number => Math.max(...cells.map((row) => (row[column] as string).length));
  return cells.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(column)) : cell.padStart(widthOf(column)))).join('  '));
}

const WITHOUT_LEVEL = { 'no-rule': 'no level: no rule', 'out-of-scope': 'no level: out of scope' } as const;

function lined(lines: Lines): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
