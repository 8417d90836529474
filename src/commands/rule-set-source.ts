import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from 'commander';
import { BUILT_IN, builtIn, compiled, isBuiltIn } from '../files/built-in.ts';
import { InvalidInput } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { type Surroundings, valid } from './verb.ts';

export function declareRules(command: Command): Command {
  return command.option('--rules <rules>', `use a built-in rule set (${BUILT_IN.join(', ')}) or that of a YAML file`, BUILT_IN[0]);
}

/**
 * The rule set that the command line names. It is looked up before the flags are parsed, because a rule set brings a flag
 * for each of its questions.
 */
export async function ruleSetInUse({ host, packageFolder, argv }: Surroundings): Promise<RuleSet> {
  const name = nameInUse(argv);
  if (isBuiltIn(name)) return builtIn(packageFolder, name);
  const [{ readRuleSetFile }, { nearest }] = await Promise.all([import('./rule-set-file.ts'), import('../language/nearest.ts')]);
  const read = readRuleSetFile(host, name);
  if (read.ok) return read.value.ruleSet;
  const near = nearest(name, BUILT_IN);
  const help = near === undefined ? `name a YAML file, or one of ${BUILT_IN.join(', ')}` : `did you mean \`${near}\`?`;
  throw new InvalidInput(read.problems.map((problem) => (problem.code === 'cannot-read' ? { help, ...problem } : problem)));
}

/** The same rule set with its texts in another language, which stand beside it; undefined where there are none. */
export async function translatedRuleSet({ host, packageFolder, argv }: Surroundings, ruleSet: RuleSet, language: string): Promise<RuleSet | undefined> {
  const name = nameInUse(argv);
  if (isBuiltIn(name)) return existsSync(compiled(packageFolder, `${name}.${language}`)) ? builtIn(packageFolder, `${name}.${language}`) : undefined;
  const { dir, name: stem, ext } = path.parse(name);
  const file = path.join(dir, `${stem}.${language}${ext}`);
  if (!existsSync(path.resolve(host.cwd, file))) return undefined;
  const { readTranslationFile } = await import('./rule-set-file.ts');
  return valid(readTranslationFile(host, file, ruleSet));
}

function nameInUse(argv: readonly string[]): string {
  const { rules } = parseArgs({ args: [...argv], options: { rules: { type: 'string' } }, strict: false }).values;
  return typeof rules === 'string' ? rules : BUILT_IN[0];
}

/** The path of a file that comes with the program, such as `rules/adult.yaml`, from the host's folder where it lies below. */
export function packaged({ host, packageFolder }: Surroundings, file: string): string {
  const whole = path.join(packageFolder, file);
  const relative = path.relative(host.cwd, whole);
  return relative.startsWith('..') ? whole : relative;
}
