import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Argument } from 'commander';
import { writeOutput } from '../files/output.ts';
import { validNames } from '../language/nearest.ts';
import { visible } from '../messages/visible.ts';
import { InvalidInput } from '../model/problem.ts';
import { type Candidates, candidates } from './candidates.ts';
import { ruleSetInUse } from './rule-set-source.ts';
import { examples, type Verb } from './verb.ts';

/** The shells, each with the ending of its script in `completions/`. */
const SHELLS: Readonly<Record<string, string>> = { bash: 'bash', zsh: 'zsh', fish: 'fish', powershell: 'ps1' };

/** Prints the script by which a shell completes command lines. The script then asks here what could stand next. */
export const completion: Verb = (command, surroundings, programFor) => {
  examples(command, ['source <(level-of-care completion bash)', 'level-of-care completion zsh > "${fpath[1]}/_level-of-care"', 'level-of-care completion fish > ~/.config/fish/completions/level-of-care.fish']);
  const shell = new Argument('[shell...]', 'the shell');
  // Not `choices()`, because the words of a script come by the same argument.
  shell.argChoices = Object.keys(SHELLS);
  command.addArgument(shell).usage(`<${Object.keys(SHELLS).join('|')}>`);
  return async () => {
    const { host, packageFolder, argv } = surroundings;
    const [, first, current = '', ...before] = argv;
    if (first !== '--') {
      await writeOutput(host, undefined, readFileSync(path.join(packageFolder, 'completions', `level-of-care.${endingOf(command.args)}`), 'utf8'));
      return 0;
    }
    const [program, ruleSet] = await Promise.all([programFor(before), ruleSetInUse({ ...surroundings, argv: before })]);
    await writeOutput(host, undefined, linesOf(candidates(program, before, current.slice(1), ruleSet)));
    return 0;
  };
};

/** A word on each line, after a tab what it means; `:files` where a file can be named. */
function linesOf({ words, files }: Candidates): string {
  const lines = words.map(({ word, about }) => [word, ...(about === undefined ? [] : [about])].map(visible).join('\t'));
  return [...lines, ...(files ? [':files'] : [])].map((line) => `${line}\n`).join('');
}

function endingOf([shell = '', ...others]: readonly string[]): string {
  const ending = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (ending !== undefined && others.length === 0) return ending;
  const message = shell === '' || others.length > 0 ? 'name one shell' : `there is no completion for \`${shell}\``;
  const help = validNames(shell, Object.keys(SHELLS));
  throw new InvalidInput([{ code: 'bad-usage', severity: 'error', message, ...(help !== undefined && { help }) }]);
}
