import { visible } from '../messages/visible.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { problemsText } from './problems.ts';

/** What was found out about the rule set of one file. */
export interface CheckedFile {
  readonly file: string;
  readonly ruleSet: RuleSet;
  readonly findings: readonly Problem[];
  readonly proof: {
    readonly answerSets: bigint;
    /** How many answer sets come out as what; undefined when they could not be counted. */
    readonly tallies?: readonly { readonly level: string | null; readonly status: string; readonly urgency: string; readonly answerSets: bigint }[];
    /** Ids of the properties that hold. */
    readonly properties: readonly string[];
  };
}

/** The findings, then for each file what was proved. */
export function checkText(files: readonly CheckedFile[]): string {
  return files.map(({ file, ruleSet, findings, proof }) => `${problemsText(findings)}${visible(file)}: ${summary(ruleSet, findings, proof)}\n`).join('');
}

/** The same as a value for JSON; numbers of answer sets are texts, because they can be larger than a number holds. */
export function checkValue(files: readonly CheckedFile[]): unknown {
  return {
    schemaVersion: 1,
    files: files.map(({ file, ruleSet: { id, version, digest }, findings, proof }) => ({
      file,
      ruleSet: { id, version, digest },
      findings: findings.map(findingValue),
      answerSets: String(proof.answerSets),
      ...(proof.tallies && { tallies: proof.tallies.map((tally) => ({ ...tally, answerSets: String(tally.answerSets) })) }),
      properties: proof.properties,
    })),
  };
}

function summary(ruleSet: RuleSet, findings: readonly Problem[], proof: CheckedFile['proof']): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  const proved = `${ruleSet.rules.length} rules, ${proof.answerSets} answer sets, ${proof.properties.length} of ${ruleSet.properties.length} properties hold`;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${others} ${others === 1 ? 'other finding' : 'other findings'} (${proved})`;
}

function findingValue({ place, ...finding }: Problem): unknown {
  return { ...finding, ...(place && { file: place.file, line: place.line, column: place.column }) };
}
