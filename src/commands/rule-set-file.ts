import { MOST_RULE_BYTES, readFile } from '../files/read.ts';
import { readRuleSet, type RuleSetFile } from '../language/rule-set.ts';
import { readTranslation } from '../language/translation.ts';
import type { Host } from '../model/host.ts';
import type { Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** A rule set as its author wrote it. Loading this module loads YAML, which the built-in rule set does without. */
export function readRuleSetFile(host: Host, file: string): Read<RuleSetFile> {
  const text = readFile(host, file, MOST_RULE_BYTES);
  return text.ok ? readRuleSet(text.value, file) : text;
}

/** The texts of a rule set in another language, as a file of its own. */
export function readTranslationFile(host: Host, file: string, ruleSet: RuleSet): Read<RuleSet> {
  const text = readFile(host, file, MOST_RULE_BYTES);
  return text.ok ? readTranslation(text.value, file, ruleSet) : text;
}
