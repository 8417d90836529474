import { type Command, Option } from 'commander';
import { comparisonOf, diff } from '../analysis/diff/diff.ts';
import { mayChange, mayLower } from '../analysis/diff/raised.ts';
import { writeOutput } from '../files/output.ts';
import { MOST_RULE_BYTES, readFile } from '../files/read.ts';
import type { Difference } from '../model/difference.ts';
import type { Host } from '../model/host.ts';
import { type Acceptance, acceptanceLine, type DiffPage } from '../report/diff/page.ts';
import { diffValue, isAnyChange } from '../report/diff/value.ts';
import { jsonText } from '../report/json.ts';
import { coloursFor } from './colours.ts';
import { recordsEffect } from './diff-records.ts';
import { type NamedVersion, namedVersions } from './diff-versions.ts';
import { declareFormat, formatOf } from './format.ts';
import { examples, valid, type Verb } from './verb.ts';

const FAIL_ON = ['any', 'outcome', 'lowered', 'never'] as const;

interface Flags {
  readonly base?: string;
  readonly on?: string;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly accept?: string;
}

/** Compares two versions of a rule set; 1 when something changed that `--fail-on` names and nobody accepted. */
export const rulesDiff: Verb = (command, surroundings) => {
  declare(command);
  return async () => {
    const { host } = surroundings;
    const flags = command.opts<Flags>();
    const [old, now] = await namedVersions(surroundings, command.args, flags.base);
    const difference = await differenceOf(host, old, now, flags.on);
    const acceptance = flags.accept === undefined || !isAnyChange(difference) ? undefined : acceptanceIn(host, flags.accept, difference);
    const page = { difference, names: { old: old.name, new: now.name }, ...(acceptance === undefined ? {} : { acceptance }) };
    await writeOutput(host, undefined, await reportOf(host, page, command));
    return isRejected(difference) || (fails(difference, flags.failOn) && typeof acceptance?.line !== 'number') ? 1 : 0;
  };
};

function declare(command: Command): void {
  examples(command, [
    'level-of-care rules diff old.yaml new.yaml',
    'level-of-care rules diff --base main rules/adult.yaml --format github',
    'level-of-care rules diff HEAD~1:rules/adult.yaml rules/adult.yaml --on answers.ndjson --fail-on lowered',
  ]);
  declareFormat(command, ['github'])
    .argument('[versions...]', 'OLD and NEW: files, names of built-in rule sets such as `adult`, or REVISION:PATH for a file in git')
    .option('--base <revision>', 'compare one file with what it was in this git revision')
    .option('--on <file>', 'compare on these records, one JSON object per line, instead of on all answer sets')
    .addOption(new Option('--fail-on <changes>', 'exit with 1 on these changes').choices(FAIL_ON).default(FAIL_ON[0]))
    .option('--accept <file>', 'exit with 0 when this file says that the change was reviewed');
}

async function differenceOf(host: Host, old: NamedVersion, now: NamedVersion, on: string | undefined): Promise<Difference> {
  if (on === undefined) return diff(old.ruleSet, now.ruleSet);
  const comparison = comparisonOf(old.ruleSet, now.ruleSet);
  return { ...comparison.told, effect: await recordsEffect(host, on, comparison) };
}

async function reportOf(host: Host, page: DiffPage, command: Command): Promise<string> {
  switch (formatOf(command, ['github'])) {
    case 'json':
      return jsonText(diffValue(page));
    case 'github':
      return (await import('../report/diff/github.ts')).diffGithub(page);
    case 'text': {
      const [{ diffText }, colours] = await Promise.all([import('../report/diff/text.ts'), coloursFor(command)]);
      return diffText(page, { columns: host.stdout.columns || 80, chalk: colours.out });
    }
  }
}

function fails(difference: Difference, failOn: Flags['failOn']): boolean {
  switch (failOn) {
    case 'any':
      return isAnyChange(difference);
    case 'outcome':
      return mayChange(difference.effect);
    case 'lowered':
      return mayLower(difference.effect);
    case 'never':
      return false;
  }
}

/** Lines that could not be read: what is said of the others is not said of all. */
function isRejected({ effect }: Difference): boolean {
  return effect.how === 'records' && effect.rejected > 0n;
}

/** Where a file of reviewed changes accepts this one. */
function acceptanceIn(host: Host, file: string, difference: Difference): Acceptance {
  const lines = valid(readFile(host, file, MOST_RULE_BYTES)).split('\n');
  const wanted = acceptanceLine(difference);
  const index = lines.findIndex((line) => line.replace(/^[-*] /, '').startsWith(wanted));
  return { file, line: index < 0 ? null : index + 1 };
}
