/** The library: what `browser.ts` holds, and reading rule sets. Importing it does nothing by itself. */
import { fileURLToPath } from 'node:url';
import { builtIn, isBuiltIn } from './files/built-in.ts';
import { MOST_RULE_BYTES, readFile } from './files/read.ts';
import { InvalidInput, type Read } from './model/problem.ts';
import type { RuleSet } from './model/rule-set.ts';

export * from './browser.ts';

/**
 * A rule set: one that comes with the package, by its name (`adult`, `phq-9`, `gad-7`, `audit-c`), or that of a YAML file.
 * Rejects with `InvalidInput`, which holds everything that is wrong with the file, each with its line and column.
 */
export async function loadRuleSet(nameOrFile: string): Promise<RuleSet> {
  if (isBuiltIn(nameOrFile)) return builtIn(fileURLToPath(new URL('..', import.meta.url)), nameOrFile);
  return parseRuleSet(valueOf(readFile({ cwd: '.' }, nameOrFile, MOST_RULE_BYTES)), nameOrFile);
}

/** The rule set that a YAML text holds; `file` is what problems call it. Rejects like `loadRuleSet`. */
export async function parseRuleSet(yaml: string, file = 'rule-set.yaml'): Promise<RuleSet> {
  // What reads YAML is large, and a rule set that comes with the package needs none of it.
  const { readRuleSet } = await import('./language/rule-set.ts');
  return valueOf(readRuleSet(yaml, file)).ruleSet;
}

function valueOf<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw new InvalidInput(read.problems);
}
