import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from 'commander';
import type { RuleSet } from '../model/rule-set.ts';
import { type Surroundings, valid } from './verb.ts';

/** The rule set that comes with the program; the build has read, checked and compiled it. */
const BUILT_IN = 'adult';

export function declareRules(command: Command): Command {
  return command.option('--rules <file>', 'use the rule set of this YAML file', BUILT_IN);
}

/**
 * The rule set that the command line names. It is looked up before the flags are parsed, because a rule set brings a flag
 * for each of its questions.
 */
export async function ruleSetInUse({ host, packageFolder, argv }: Surroundings): Promise<RuleSet> {
  const { rules } = parseArgs({ args: [...argv], options: { rules: { type: 'string' } }, strict: false }).values;
  if (typeof rules !== 'string' || rules === BUILT_IN) return builtIn(packageFolder);
  const { readRuleSetFile } = await import('./rule-set-file.ts');
  return valid(readRuleSetFile(host, rules)).ruleSet;
}

/** The path of a file that comes with the program, such as `rules/adult.yaml`, from the host's folder where it lies below. */
export function packaged({ host, packageFolder }: Surroundings, file: string): string {
  const whole = path.join(packageFolder, file);
  const relative = path.relative(host.cwd, whole);
  return relative.startsWith('..') ? whole : relative;
}

function builtIn(packageFolder: string): RuleSet {
  return JSON.parse(readFileSync(path.join(packageFolder, 'dist/rules', `${BUILT_IN}.json`), 'utf8')) as RuleSet;
}
