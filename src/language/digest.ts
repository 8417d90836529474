import { createHash } from 'node:crypto';
import type { RuleSet } from '../model/rule-set.ts';

/** `sha256:` and the hash of the rule set as canonical JSON: sorted keys, no blanks, without the digest itself. */
export function digest(ruleSet: Omit<RuleSet, 'digest'>): string {
  const canonical = JSON.stringify({ ...ruleSet, digest: undefined }, sortedKeys);
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
