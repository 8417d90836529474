import type { Command } from 'commander';
import { writeAll, writeOutput } from '../files/output.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import { type CoverageReport, coverageText, coverageValue } from '../report/cases/coverage.ts';
import { casesGithub } from '../report/cases/github.ts';
import { casesValue } from '../report/cases/json.ts';
import { casesJunit } from '../report/cases/junit.ts';
import { type CaseResult, type CaseRun, hasFailed } from '../report/cases/run.ts';
import { casesTap } from '../report/cases/tap.ts';
import { casesText } from '../report/cases/text.ts';
import { jsonText } from '../report/json.ts';
import { coverageOf } from './case-coverage.ts';
import { runCase } from './case-run.ts';
import { declareFormat, formatOf } from './format.ts';
import { number, wholeNumber } from './number.ts';
import { casesPath, packaged } from './rule-set-path.ts';
import { readTrials, type Trial } from './trials.ts';
import { examples, type Verb } from './verb.ts';

const FURTHER_FORMATS = ['junit', 'tap', 'github'] as const;

interface Flags {
  readonly rules?: string;
  readonly testNamePattern?: string;
  readonly tag: readonly string[];
  readonly bail?: true;
  readonly coverage?: true;
  readonly minCoverage?: number;
  readonly suggest?: number;
}

/** Runs cases, and reports those that come out otherwise than expected; 1 when there are any, or too little is covered. */
export const rulesTest: Verb = (command, surroundings) => {
  examples(command, ['level-of-care rules test', "level-of-care rules test my.cases.yaml -t 'under 18' --bail", 'level-of-care rules test --min-coverage 100 --suggest 5']);
  declareFlags(command);
  return async () => {
    const { host } = surroundings;
    const flags = command.opts<Flags>();
    const files = command.args.length > 0 ? command.args.map((name) => casesPath(surroundings, name)) : [packaged(surroundings, 'rules/adult.cases.yaml')];
    const trials = chosen(readTrials(surroundings, files, flags.rules), flags);
    const run = runTrials(trials, flags.bail === true);
    const covering = flags.coverage === true || flags.minCoverage !== undefined || flags.suggest !== undefined;
    const reports = covering ? coverageOf(trials.slice(0, run.results.length), flags.suggest ?? 0) : undefined;
    await print(host, command, run, reports);
    const tooLittle = reports?.some(({ percent }) => percent < (flags.minCoverage ?? 0)) === true;
    return tooLittle || run.results.some(hasFailed) ? 1 : 0;
  };
};

function declareFlags(command: Command): void {
  command
    .argument('[cases...]', 'case files: YAML, or NDJSON with a case on each line; or names of built-in rule sets; without one, the cases of that for adults')
    .option('--rules <rules>', 'the rule set of the cases, instead of the one that their file names: a YAML file, or a built-in one by its name')
    .option('-t, --test-name-pattern <text>', 'run only cases whose name holds this text, or matches this /regular expression/')
    .option('--tag <tag>', 'run only cases with this tag; may be given several times', (tag: string, others: readonly string[]) => [...others, tag], [])
    .option('--bail', 'stop at the first case that fails')
    .option('--coverage', 'print what the cases show of the rule set, and what they do not')
    .option('--min-coverage <percent>', 'fail when they show less than this', number(0, 100))
    .option('--suggest <number>', 'print at most so many cases to paste that show more', wholeNumber(1, 1000));
  declareFormat(command, FURTHER_FORMATS);
}

/** The cases that the flags ask for. Throws when there are none: a run of nothing proves nothing. */
function chosen(trials: readonly Trial[], { testNamePattern: pattern = '', tag: wanted }: Flags): readonly Trial[] {
  const fits = textTest(pattern);
  const matching = trials.filter(({ case: { name, tags } }) => fits(name) && (wanted.length === 0 || tags.some((tag) => wanted.includes(tag))));
  if (matching.length > 0) return matching;
  const asked = [...(pattern === '' ? [] : [`the name \`${pattern}\``]), ...(wanted.length === 0 ? [] : [`the tag \`${wanted.join('` or `')}\``])];
  const message = trials.length === 0 ? 'there are no cases' : `none of ${trials.length} cases has ${asked.join(' and ')}`;
  throw new InvalidInput([{ code: 'no-cases', severity: 'error', message }]);
}

/** Text anywhere in a name, or a regular expression between slashes; capitals make no difference. */
function textTest(pattern: string): (name: string) => boolean {
  const [, expression] = /^\/(.+)\/$/.exec(pattern) ?? [];
  if (expression === undefined) return (name) => name.toLowerCase().includes(pattern.toLowerCase());
  try {
    const compiled = new RegExp(expression, 'iu');
    return (name) => compiled.test(name);
  } catch {
    const help = 'write a backslash before a character that is meant as such, or leave out the slashes around it';
    throw new InvalidInput([{ code: 'bad-usage', severity: 'error', message: `\`${pattern}\` is not a regular expression`, help }]);
  }
}

function runTrials(trials: readonly Trial[], bail: boolean): CaseRun {
  const results: CaseResult[] = [];
  for (const { rules, case: each } of trials) {
    const result = runCase(rules.ruleSet, each);
    results.push(result);
    if (bail && hasFailed(result)) break;
  }
  return { results, notRun: trials.slice(results.length).map((trial) => trial.case) };
}

/** Formats of other programs have no room for coverage; it then goes to standard error. */
async function print(host: Host, command: Command, run: CaseRun, reports: readonly CoverageReport[] | undefined): Promise<void> {
  const format = formatOf(command, FURTHER_FORMATS);
  const covered = reports === undefined ? '' : coverageText(reports);
  switch (format) {
    case 'text':
      return writeOutput(host, undefined, `${casesText(run)}${covered}`);
    case 'json':
      return writeOutput(host, undefined, jsonText({ ...casesValue(run), ...(reports && { coverage: coverageValue(reports) }) }));
    case 'junit':
    case 'tap':
    case 'github':
      await writeAll(host.stderr, covered);
      return writeOutput(host, undefined, { junit: () => casesJunit(run, host.today), tap: () => casesTap(run), github: () => casesGithub(run) }[format]());
  }
}
