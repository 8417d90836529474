import { BUILT_IN } from '../files/built-in.ts';
import { MOST_RULE_BYTES, readFile } from '../files/read.ts';
import { nearest } from '../language/nearest.ts';
import { readRuleSet, type RuleSetFile } from '../language/rule-set.ts';
import { readTranslation } from '../language/translation.ts';
import type { Host } from '../model/host.ts';
import type { Problem, Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** A rule set as its author wrote it; problems name the built-in ones when there is no such file. Loading this module loads YAML, which the built-in rule set does without. */
export function readRuleSetFile(host: Host, file: string): Read<RuleSetFile> {
  host.compileLater?.();
  const text = orNames(readFile(host, file, MOST_RULE_BYTES), file);
  return text.ok ? readRuleSet(text.value, file) : text;
}

/** The texts of a rule set in another language, as a file of its own. */
export function readTranslationFile(host: Host, file: string, ruleSet: RuleSet): Read<RuleSet> {
  const text = readFile(host, file, MOST_RULE_BYTES);
  return text.ok ? readTranslation(text.value, file, ruleSet) : text;
}

/** What was read of the file that a word names; when there is none, with the names that could have stood there. */
export function orNames<T>(read: Read<T>, name: string): Read<T> {
  if (read.ok) return read;
  const near = nearest(name, BUILT_IN);
  const help = near === undefined ? `name a YAML file, or one of ${BUILT_IN.join(', ')}` : `did you mean \`${near}\`?`;
  return { ok: false, problems: read.problems.map((problem): Problem => (problem.code === 'cannot-read' ? { help, ...problem } : problem)) };
}
