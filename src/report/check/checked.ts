import type { Problem, Severity } from '../../model/problem.ts';
import type { Proof } from '../../model/proof.ts';
import type { RuleSet } from '../../model/rule-set.ts';

/** A file with what was found in it: findings about its rule set, or the problems that keep it from being one. */
export interface FileFindings {
  /** As it was called on the command line. */
  readonly file: string;
  readonly findings: readonly Problem[];
}

/** What was found out about the rule set of one file. */
export interface CheckedFile extends FileFindings {
  readonly ruleSet: RuleSet;
  readonly proof: Proof;
  /** How long the check took. */
  readonly milliseconds: number;
}

export function countOf(findings: readonly Problem[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** `my.yaml: 2 errors, 1 other finding` */
export function totalsText({ file, findings }: FileFindings): string {
  const errors = countOf(findings, 'error');
  const others = findings.length - errors;
  return `${file}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${others} ${others === 1 ? 'other finding' : 'other findings'}`;
}

/** A whole number with its thousands apart, the same in every country: `165,888`. */
export function grouped(value: bigint | number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
