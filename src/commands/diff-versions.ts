import { existsSync } from 'node:fs';
import path from 'node:path';
import { MOST_RULE_BYTES } from '../files/read.ts';
import { readRevision, type Revision } from '../files/revision.ts';
import { readRuleSet } from '../language/rule-set.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Read } from '../model/problem.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import { ruleSetPath } from './rule-set-path.ts';
import type { Surroundings } from './verb.ts';

/** A version of a rule set, and what the command line calls it. */
export interface NamedVersion {
  readonly name: string;
  readonly ruleSet: RuleSet;
}

/** The two versions that the words of the command line name. Throws the problems of both at once. */
export async function namedVersions(surroundings: Surroundings, words: readonly string[], base: string | undefined): Promise<readonly [NamedVersion, NamedVersion]> {
  const [first = '', second = first] = words;
  if (words.length !== (base === undefined ? 2 : 1)) throw wrongWords(base);
  const { host } = surroundings;
  const old = base === undefined ? { name: first, read: await readVersion(surroundings, first) } : await readBase(host, base, first);
  const now = { name: second, read: await readVersion(surroundings, second) };
  if (!old.read.ok || !now.read.ok) throw new InvalidInput([old.read, now.read].flatMap((read) => (read.ok ? [] : read.problems)));
  return [
    { name: old.name, ruleSet: old.read.value },
    { name: now.name, ruleSet: now.read.value },
  ];
}

/** A file, a built-in rule set by its name, or a file in a git revision: `HEAD~1:rules/adult.yaml`. What exists as a file is one. */
async function readVersion(surroundings: Surroundings, name: string): Promise<Read<RuleSet>> {
  const { host } = surroundings;
  const colon = name.indexOf(':');
  if (colon < 1 || existsSync(path.resolve(host.cwd, name))) return ruleSetIn(readRuleSetFile(host, ruleSetPath(surroundings, name)));
  return readRevised(host, { revision: name.slice(0, colon), path: name.slice(colon + 1), folder: host.cwd }, name);
}

/** The same file as it was in a revision. */
async function readBase(host: Host, base: string, file: string): Promise<{ readonly name: string; readonly read: Read<RuleSet> }> {
  const name = `${base}:${file}`;
  const whole = path.resolve(host.cwd, file);
  const folder = path.dirname(whole);
  // Where there is no such folder, there is no such file, and the new version says so.
  if (!existsSync(folder)) return { name, read: { ok: false, problems: [] } };
  return { name, read: await readRevised(host, { revision: base, path: `./${path.basename(whole)}`, folder }, name) };
}

async function readRevised(host: Host, revision: Revision, name: string): Promise<Read<RuleSet>> {
  const text = await readRevision(host, revision, MOST_RULE_BYTES);
  return text.ok ? ruleSetIn(readRuleSet(text.value, name)) : text;
}

function ruleSetIn(read: Read<{ readonly ruleSet: RuleSet }>): Read<RuleSet> {
  return read.ok ? { ok: true, value: read.value.ruleSet } : read;
}

function wrongWords(base: string | undefined): InvalidInput {
  const message = base === undefined ? 'this compares two versions, OLD and NEW' : '`--base` takes one file, and compares it with what it was';
  const help = 'such as `rules diff old.yaml new.yaml`, `rules diff HEAD~1:rules/adult.yaml rules/adult.yaml`, or `rules diff --base main rules/adult.yaml`';
  return new InvalidInput([{ code: 'bad-usage', severity: 'error', message, help }]);
}
