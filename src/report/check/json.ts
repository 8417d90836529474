import type { Problem } from '../../model/problem.ts';
import { type CheckedFile, countOf } from './checked.ts';

/** What was found and proved, as a value for JSON; `src/schema/check.ts` has its shape. */
export function checkValue(files: readonly CheckedFile[]): unknown {
  return {
    schemaVersion: 1,
    files: files.map(({ file, ruleSet: { id, version, digest }, findings, proof, milliseconds }) => ({
      file,
      ruleSet: { id, version, digest },
      errors: countOf(findings, 'error'),
      warnings: countOf(findings, 'warning'),
      notes: countOf(findings, 'note'),
      findings: findings.map(findingValue),
      proof: {
        answerSets: number(proof.answerSets),
        ...(proof.tallies && { tallies: proof.tallies.map((tally) => ({ ...tally, answerSets: number(tally.answerSets) })) }),
        properties: proof.properties,
        milliseconds: Math.round(milliseconds),
      },
    })),
  };
}

function findingValue({ place, ...finding }: Problem): unknown {
  return { ...finding, ...(place && { file: place.file, line: place.line, column: place.column }) };
}

/** JSON readers keep whole numbers apart up to 2^53 only; larger ones are written as text. */
function number(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}
