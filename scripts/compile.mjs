import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The parts of the program that compiling takes. */
const PARTS = `
  export { readRuleSet } from './src/language/rule-set.ts';
  export { jsonText } from './src/report/json.ts';
  export { problemsText } from './src/report/problems.ts';
  export { jsonSchema } from './src/schema/json-schema.ts';
`;

/** The JSON Schemas that stand beside the rules, for editors. */
const SCHEMAS = ['rule-set', 'cases'];

/** Every built-in rule set, validated, as the JSON that the program loads, and the JSON Schemas: path to text. */
export async function compileRuleSets(root, cache) {
  const { readRuleSet, jsonText, problemsText, jsonSchema } = await loadParts(root, cache);
  const schemas = SCHEMAS.map((name) => [path.join(root, 'rules', `${name}.schema.json`), jsonText(jsonSchema(name))]);
  const names = (await readdir(path.join(root, 'rules'))).flatMap((file) => /^([a-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);
  const ruleSets = names.map(async (name) => {
    const file = `rules/${name}.yaml`;
    const read = readRuleSet(await readFile(path.join(root, file), 'utf8'), file);
    if (!read.ok) throw new Error(`a rule set has problems\n${problemsText(read.problems)}`);
    return [path.join(root, 'dist/rules', `${name}.json`), `${JSON.stringify(read.value.ruleSet)}\n`];
  });
  return [...schemas, ...(await Promise.all(ruleSets))];
}

async function loadParts(root, cache) {
  const outfile = path.join(cache, `${process.pid}-parts.mjs`);
  const stdin = { contents: PARTS, resolveDir: root, loader: 'ts' };
  await build({ absWorkingDir: root, stdin, outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', logLevel: 'silent' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
