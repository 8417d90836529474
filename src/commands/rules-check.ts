import type { Command } from 'commander';
import { check } from '../analysis/check.ts';
import { writeOutput } from '../files/output.ts';
import type { RuleSetFile } from '../language/rule-set.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Severity } from '../model/problem.ts';
import type { CheckedFile, FileFindings } from '../report/check/checked.ts';
import { checkGithub } from '../report/check/github.ts';
import { checkValue } from '../report/check/json.ts';
import { checkSarif } from '../report/check/sarif.ts';
import { checkText } from '../report/check/text.ts';
import { jsonText } from '../report/json.ts';
import { pageWidth } from '../report/layout.ts';
import { declareFormat, formatOf } from './format.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import { packaged, ruleSetPath } from './rule-set-path.ts';
import { examples, type Verb } from './verb.ts';

const FURTHER_FORMATS = ['sarif', 'github'] as const;

/** Looks for mistakes in rule sets; 1 when there is one. 2 when a file is no rule set at all. */
export const rulesCheck: Verb = (command, surroundings) => {
  examples(command, ['level-of-care rules check', 'level-of-care rules check my.yaml --strict', 'level-of-care rules check my.yaml --format sarif > findings.sarif']);
  declareFormat(command.argument('[rules...]', 'rule-set files, or names of built-in rule sets; without one, that for adults'), FURTHER_FORMATS);
  command.option('--strict', 'fail on warnings too; notes never fail');
  return async () => {
    const { host } = surroundings;
    const files = command.args.length > 0 ? command.args.map((name) => ruleSetPath(surroundings, name)) : [packaged(surroundings, 'rules/adult.yaml')];
    const reads = files.map((file) => ({ file, rules: readRuleSetFile(host, file) }));
    const checked = reads.flatMap(({ file, rules }) => (rules.ok ? [checkFile(file, rules.value, host.today)] : []));
    const refused = reads.flatMap(({ file, rules }): FileFindings[] => (rules.ok ? [] : [{ file, findings: rules.problems }]));
    await writeOutput(host, undefined, reportOf(host, command, checked, refused));
    if (refused.length > 0) return 2;
    const failing: readonly Severity[] = command.opts<{ readonly strict?: true }>().strict ? ['error', 'warning'] : ['error'];
    return checked.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0;
  };
};

/** What reads a report of findings wants those of files that hold no rule set, too; people read them as errors. */
function reportOf(host: Host, command: Command, checked: readonly CheckedFile[], refused: readonly FileFindings[]): string {
  switch (formatOf(command, FURTHER_FORMATS)) {
    case 'text':
      if (refused.length > 0) throw new InvalidInput(refused.flatMap(({ findings }) => findings));
      return checkText(checked, pageWidth(host.stdout.columns));
    case 'json':
      return jsonText(checkValue([...checked, ...refused]));
    case 'sarif':
      return jsonText(checkSarif([...checked, ...refused]));
    case 'github':
      return checkGithub([...checked, ...refused]);
  }
}

function checkFile(file: string, { ruleSet, placeOf }: RuleSetFile, today: string): CheckedFile {
  const start = performance.now();
  const { findings, proof } = check(ruleSet, { placeOf, today });
  return { file, ruleSet, findings, proof, milliseconds: performance.now() - start };
}
