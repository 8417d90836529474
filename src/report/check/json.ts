import type { Problem } from '../../model/problem.ts';
import { type CheckedFile, countOf, type FileFindings } from './checked.ts';

/** What was found and proved, as a value for JSON; `src/schema/check.ts` has its shape. */
export function checkValue(files: readonly (CheckedFile | FileFindings)[]): unknown {
  return {
    schemaVersion: 1,
    files: files.map((checked) => ({
      file: checked.file,
      ruleSet: 'ruleSet' in checked ? identity(checked) : null,
      errors: countOf(checked.findings, 'error'),
      warnings: countOf(checked.findings, 'warning'),
      notes: countOf(checked.findings, 'note'),
      findings: checked.findings.map(findingValue),
      proof: 'proof' in checked ? proofValue(checked) : null,
    })),
  };
}

function identity({ ruleSet: { id, version, digest } }: CheckedFile): unknown {
  return { id, version, digest };
}

function proofValue({ proof, milliseconds }: CheckedFile): unknown {
  return {
    answerSets: number(proof.answerSets),
    ...(proof.tallies && { tallies: proof.tallies.map((tally) => ({ ...tally, answerSets: number(tally.answerSets) })) }),
    properties: proof.properties,
    milliseconds: Math.round(milliseconds),
  };
}

function findingValue({ place, ...finding }: Problem): unknown {
  return { ...finding, ...(place && { file: place.file, line: place.line, column: place.column }) };
}

/** JSON readers keep whole numbers apart up to 2^53 only; larger ones are written as text. */
function number(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}
