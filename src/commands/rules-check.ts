import { check } from '../analysis/check.ts';
import { writeOutput } from '../files/output.ts';
import type { RuleSetFile } from '../language/rule-set.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput } from '../model/problem.ts';
import { type CheckedFile, checkText, checkValue } from '../report/check.ts';
import { jsonText } from '../report/json.ts';
import { declareFormat, formatOf } from './format.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import { packaged } from './rule-set-source.ts';
import { examples, valid, type Verb } from './verb.ts';

/** Looks for mistakes in rule sets; 1 when there is one. A file that is no rule set at all is invalid input. */
export const rulesCheck: Verb = (command, surroundings) => {
  examples(command, ['level-of-care rules check', 'level-of-care rules check my.yaml', 'level-of-care rules check *.yaml --json']);
  declareFormat(command.argument('[file...]', 'rule-set files; without one, the built-in rule set'));
  return async () => {
    const { host } = surroundings;
    const files = command.args.length > 0 ? command.args : [packaged(surroundings, 'rules/adult.yaml')];
    const checked = readAll(host, files).map(({ file, rules }) => checkFile(file, rules, host.today));
    await writeOutput(host, undefined, formatOf(command) === 'json' ? jsonText(checkValue(checked)) : checkText(checked));
    return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  };
};

function checkFile(file: string, { ruleSet, placeOf }: RuleSetFile, today: string): CheckedFile {
  const { findings, proof } = check(ruleSet, { placeOf, today });
  return { file, ruleSet, findings, proof };
}

/** The rule sets of all files. Throws the problems of all of them at once. */
function readAll(host: Host, files: readonly string[]): readonly { readonly file: string; readonly rules: RuleSetFile }[] {
  const reads = files.map((file) => ({ file, rules: readRuleSetFile(host, file) }));
  const problems = reads.flatMap(({ rules }) => (rules.ok ? [] : rules.problems));
  if (problems.length > 0) throw new InvalidInput(problems);
  return reads.map(({ file, rules }) => ({ file, rules: valid(rules) }));
}
