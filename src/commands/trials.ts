import path from 'node:path';
import { MOST_CASE_BYTES, readFile } from '../files/read.ts';
import { readCases } from '../language/cases.ts';
import { readCasesNdjson } from '../language/cases-ndjson.ts';
import type { RuleSetFile } from '../language/rule-set.ts';
import type { Case } from '../model/case.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Read } from '../model/problem.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import { valid } from './verb.ts';

/** A rule set with the file that it was read from. */
export interface NamedRules extends RuleSetFile {
  readonly file: string;
}

/** A case, with the rule set that it is about. Cases of one rule set share one value. */
export interface Trial {
  readonly rules: NamedRules;
  readonly case: Case;
}

/**
 * The cases of all files: YAML, which names its rule set, or a case per line of JSON (`.ndjson`, `.jsonl`). `rules` is the
 * rule set of all of them, whatever they name; `builtIn` that of lines which name none. Throws all problems at once.
 */
export function readTrials(host: Host, files: readonly string[], { rules, builtIn }: { readonly rules: string | undefined; readonly builtIn: string }): readonly Trial[] {
  const known = new Map<string, Read<NamedRules>>();
  const rulesAt = (file: string): Read<NamedRules> => {
    const read = known.get(file) ?? named(readRuleSetFile(host, file), file);
    known.set(file, read);
    return read;
  };
  const reads = files.map((file): Read<readonly Trial[]> => {
    const text = readFile(host, file, MOST_CASE_BYTES);
    if (!text.ok) return text;
    return /\.(ndjson|jsonl)$/i.test(file) ? ofLines(text.value, file, rulesAt(rules ?? builtIn)) : ofYaml(text.value, file, rules, rulesAt);
  });
  const problems = reads.flatMap((read) => (read.ok ? [] : read.problems));
  // Two case files of one rule set share its problems.
  if (problems.length > 0) throw new InvalidInput([...new Set(problems)]);
  return reads.flatMap(valid);
}

function ofYaml(text: string, file: string, rules: string | undefined, rulesAt: (file: string) => Read<NamedRules>): Read<readonly Trial[]> {
  const beside = (name: string): string => rules ?? (path.isAbsolute(name) ? name : path.join(path.dirname(file), name));
  const cases = readCases(text, file, (name) => ruleSetOf(rulesAt(beside(name))));
  if (!cases.ok) return cases;
  const read = rulesAt(beside(cases.value.ruleSet));
  return read.ok ? { ok: true, value: cases.value.cases.map((each) => ({ rules: read.value, case: each })) } : read;
}

function ofLines(text: string, file: string, rules: Read<NamedRules>): Read<readonly Trial[]> {
  if (!rules.ok) return rules;
  const cases = readCasesNdjson(text, file, rules.value.ruleSet);
  return cases.ok ? { ok: true, value: cases.value.map((each) => ({ rules: rules.value, case: each })) } : cases;
}

function named(read: Read<RuleSetFile>, file: string): Read<NamedRules> {
  return read.ok ? { ok: true, value: { ...read.value, file } } : read;
}

function ruleSetOf(read: Read<NamedRules>): ReturnType<Parameters<typeof readCases>[2]> {
  return read.ok ? { ok: true, value: read.value.ruleSet } : read;
}
