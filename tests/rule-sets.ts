import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readRuleSet, type RuleSetFile } from '../src/language/rule-set.ts';
import { readTranslation } from '../src/language/translation.ts';
import type { Read } from '../src/model/problem.ts';
import type { RuleSet } from '../src/model/rule-set.ts';

const RULES = path.resolve(import.meta.dirname, '../rules');

/** The rule set that a text holds; an error with its problems when it holds none. */
export function ruleSetFrom(yaml: string, file = 'test.yaml'): RuleSet {
  return valueOf(readRuleSet(yaml, file)).ruleSet;
}

/** What was read; an error that lists the problems when nothing was. */
export function valueOf<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  const lines = read.problems.map(
    ({ code, message, help, place }) => `${place?.file}:${place?.line}:${place?.column}: ${code}: ${message}${help === undefined ? '' : ` (${help})`}`,
  );
  throw new Error(lines.join('\n'));
}

let adultFile: RuleSetFile | undefined;

/** The adult rule set as it stands in `rules/adult.yaml`, with the places of its parts. */
export function adultWithPlaces(): RuleSetFile {
  adultFile ??= valueOf(readRuleSet(readFileSync(path.join(RULES, 'adult.yaml'), 'utf8'), 'rules/adult.yaml'));
  return adultFile;
}

export function adult(): RuleSet {
  return adultWithPlaces().ruleSet;
}

/** The adult rule set with its Spanish texts. */
export function adultInSpanish(): RuleSet {
  return valueOf(readTranslation(readFileSync(path.join(RULES, 'adult.es.yaml'), 'utf8'), 'rules/adult.es.yaml', adult()));
}
