import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleSet } from '../model/rule-set.ts';

/** The rule sets that come with the program, the usual one first; the build has read, checked and compiled them. */
export const BUILT_IN = ['adult', 'audit-c', 'gad-7', 'phq-9'] as const;

export function isBuiltIn(name: string): boolean {
  return BUILT_IN.some((known) => known === name);
}

/** A rule set as the build compiled it; a language behind a point for its translation, such as `adult.es`. */
export function builtIn(packageFolder: string, name: string): RuleSet {
  return JSON.parse(readFileSync(compiled(packageFolder, name), 'utf8')) as RuleSet;
}

export function compiled(packageFolder: string, name: string): string {
  return path.join(packageFolder, 'dist/rules', `${name}.json`);
}
