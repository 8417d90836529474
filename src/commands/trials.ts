import path from 'node:path';
import { MOST_CASE_BYTES, readFile } from '../files/read.ts';
import { readCases } from '../language/cases.ts';
import { readCasesNdjson } from '../language/cases-ndjson.ts';
import type { RuleSetFile } from '../language/rule-set.ts';
import type { Case } from '../model/case.ts';
import { InvalidInput, type Read } from '../model/problem.ts';
import { orNames, readRuleSetFile } from './rule-set-file.ts';
import { packaged, ruleSetPath } from './rule-set-path.ts';
import { type Surroundings, valid } from './verb.ts';

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
 * rule set of all of them, whatever they name; without it, lines are for the built-in one. Throws all problems at once.
 */
export function readTrials(surroundings: Surroundings, files: readonly string[], rules: string | undefined): readonly Trial[] {
  const { host } = surroundings;
  const known = new Map<string, Read<NamedRules>>();
  const rulesAt = (file: string): Read<NamedRules> => {
    const read = known.get(file) ?? named(readRuleSetFile(host, file), file);
    known.set(file, read);
    return read;
  };
  const given = rules === undefined ? undefined : ruleSetPath(surroundings, rules);
  const reads = files.map((file): Read<readonly Trial[]> => {
    const text = orNames(readFile(host, file, MOST_CASE_BYTES), file);
    if (!text.ok) return text;
    if (/\.(ndjson|jsonl)$/i.test(file)) return ofLines(text.value, file, rulesAt(given ?? packaged(surroundings, 'rules/adult.yaml')));
    return ofYaml(text.value, file, (name) => rulesAt(given ?? ruleSetPath(surroundings, name, path.dirname(file))));
  });
  const problems = reads.flatMap((read) => (read.ok ? [] : read.problems));
  // Two case files of one rule set share its problems.
  if (problems.length > 0) throw new InvalidInput([...new Set(problems)]);
  return reads.flatMap(valid);
}

function ofYaml(text: string, file: string, rulesNamed: (name: string) => Read<NamedRules>): Read<readonly Trial[]> {
  const cases = readCases(text, file, (name) => ruleSetOf(rulesNamed(name)));
  if (!cases.ok) return cases;
  const read = rulesNamed(cases.value.ruleSet);
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
