import type { Severity } from '../../model/problem.ts';
import { visible } from '../../messages/visible.ts';
import { annotation } from '../annotation.ts';
import { witnessText } from '../problems.ts';
import { type FileFindings, totalsText } from './checked.ts';

const KINDS = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Severity, string>;

/** Each finding as an annotation at its place, then the totals of each file. */
export function checkGithub(files: readonly FileFindings[]): string {
  const findings = files.flatMap((checked) => checked.findings);
  const annotations = findings.map(({ code, severity, message, witness, change, help, place }) => {
    const lines = [
      message,
      ...(witness === undefined ? [] : [`answers: ${witnessText(witness)}`]),
      ...(change === undefined ? [] : [`changed: ${witnessText(change)}`]),
      ...(help === undefined ? [] : [`help: ${help}`]),
    ];
    return annotation(KINDS[severity], code, lines, place);
  });
  return [...annotations, ...files.map((checked) => `${visible(totalsText(checked))}\n`)].join('');
}
