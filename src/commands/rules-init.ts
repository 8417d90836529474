import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isThere, writeNewFiles } from '../files/new-files.ts';
import { writeOutput } from '../files/output.ts';
import { visible } from '../messages/visible.ts';
import { InvalidInput } from '../model/problem.ts';
import { examples, type Surroundings, type Verb } from './verb.ts';

/** The JSON Schemas by which an editor completes and checks the two files while they are written. */
const SCHEMAS = ['rule-set.schema.json', 'cases.schema.json'];

/** Writes a small rule set with its cases, to begin with. Never overwrites a file. */
export const rulesInit: Verb = (command, surroundings) => {
  examples(command, ['level-of-care rules init my-clinic.yaml', 'level-of-care rules init rules/my-clinic.yaml', 'level-of-care rules check my-clinic.yaml']);
  command.argument('<file>', 'the rule set to write; its cases and the JSON Schemas go beside it');
  return async () => {
    const { host } = surroundings;
    const [file = ''] = command.args;
    const name = nameOf(file);
    const cases = path.join(path.dirname(file), `${name}.cases.yaml`);
    const schemas = SCHEMAS.map((schema) => path.join(path.dirname(file), schema)).filter((schema) => !isThere(host, schema));
    const texts = new Map([
      [file, named(start(surroundings, 'init/clinic.yaml'), path.basename(file), name)],
      [cases, named(start(surroundings, 'init/clinic.cases.yaml'), path.basename(file), name)],
      ...schemas.map((schema) => [schema, start(surroundings, path.basename(schema))] as const),
    ]);
    await writeNewFiles(host, texts);
    const lines = [...[...texts.keys()].map((each) => `wrote ${each}`), `next: level-of-care rules check ${file} && level-of-care rules test ${cases}`];
    await writeOutput(host, undefined, lines.map((line) => `${visible(line)}\n`).join(''));
    return 0;
  };
};

/** The id of the rule set: the name of its file. */
function nameOf(file: string): string {
  const [, name] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.ya?ml$/.exec(path.basename(file)) ?? [];
  if (name !== undefined) return name;
  const help = 'use small letters, digits and single dashes, such as `my-clinic.yaml`: the name is the id of the rule set';
  throw new InvalidInput([{ code: 'bad-id', severity: 'error', message: `\`${path.basename(file)}\` is no name for a rule set`, help }]);
}

function start({ packageFolder }: Surroundings, file: string): string {
  return readFileSync(path.join(packageFolder, 'rules', file), 'utf8');
}

/** A text of the rule set `clinic`, for one of another name. */
function named(text: string, file: string, name: string): string {
  return text.replace(/^ruleSet: \.\/clinic\.yaml$/m, `ruleSet: ./${file}`).replace(/^ruleSet: clinic\b/m, `ruleSet: ${name}`);
}
