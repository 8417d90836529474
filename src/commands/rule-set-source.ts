import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from 'commander';
import { BUILT_IN, builtIn, compiled } from '../files/built-in.ts';
import type { Host } from '../model/host.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { meansBuiltIn } from './rule-set-path.ts';
import { type Surroundings, valid } from './verb.ts';

export function declareRules(command: Command): Command {
  return command.option('--rules <rules>', `use a built-in rule set (${BUILT_IN.join(', ')}) or that of a YAML file`, BUILT_IN[0]);
}

/**
 * The rule set that the command line names. It is looked up before the flags are parsed, because a rule set brings a flag
 * for each of its questions.
 */
export async function ruleSetInUse({ host, packageFolder, argv }: Surroundings): Promise<RuleSet> {
  const { name, isOwn } = inUse(host, argv);
  if (!isOwn) return builtIn(packageFolder, name);
  const { readRuleSetFile } = await import('./rule-set-file.ts');
  return valid(readRuleSetFile(host, name)).ruleSet;
}

/** The same rule set with its texts in another language, which stand beside it; undefined where there are none. */
export async function translatedRuleSet({ host, packageFolder, argv }: Surroundings, ruleSet: RuleSet, language: string): Promise<RuleSet | undefined> {
  const { name, isOwn } = inUse(host, argv);
  if (!isOwn) return existsSync(compiled(packageFolder, `${name}.${language}`)) ? builtIn(packageFolder, `${name}.${language}`) : undefined;
  const { dir, name: stem, ext } = path.parse(name);
  const file = path.join(dir, `${stem}.${language}${ext}`);
  if (!existsSync(path.resolve(host.cwd, file))) return undefined;
  const { readTranslationFile } = await import('./rule-set-file.ts');
  return valid(readTranslationFile(host, file, ruleSet));
}

/** What `--rules` names: a built-in rule set, or a file of one's own. Without the flag no file is looked for. */
function inUse(host: Host, argv: readonly string[]): { readonly name: string; readonly isOwn: boolean } {
  const { rules } = parseArgs({ args: [...argv], options: { rules: { type: 'string' } }, strict: false }).values;
  return typeof rules === 'string' ? { name: rules, isOwn: !meansBuiltIn(host, rules) } : { name: BUILT_IN[0], isOwn: false };
}
