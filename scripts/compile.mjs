import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleParts } from './bundle.mjs';

/** The parts of the program that compiling takes. */
const PARTS = `
  export { readRuleSet } from './src/language/rule-set.ts';
  export { readTranslation } from './src/language/translation.ts';
  export { jsonText } from './src/report/json.ts';
  export { problemsText } from './src/report/problems.ts';
  export { jsonSchema } from './src/schema/json-schema.ts';
`;

/** The JSON Schemas that stand beside the rules, for editors. */
const SCHEMAS = ['rule-set', 'cases'];

/**
 * Every built-in rule set, validated, in each of its languages, and the messages of each language, as the JSON that the
 * program loads; and the JSON Schemas: path to text.
 */
export async function compileRuleSets(root, cache) {
  const languages = await namesIn(path.join(root, 'src/messages'), /^(?!en\.)([a-z]{2,3})\.ts$/);
  const parts = await loadParts(root, cache, languages);
  const schemas = SCHEMAS.map((name) => [path.join(root, 'rules', `${name}.schema.json`), parts.jsonText(parts.jsonSchema(name))]);
  const messages = languages.map((language) => [path.join(root, 'dist/messages', `${language}.json`), jsonLine(parts[language])]);
  const names = await namesIn(path.join(root, 'rules'), /^([a-z0-9-]+)\.yaml$/);
  const ruleSets = await Promise.all(names.map((name) => compileRuleSet(root, name, parts)));
  return [...schemas, ...messages, ...ruleSets.flat()];
}

/** A rule set, and the same with its texts in every other language that it has. */
async function compileRuleSet(root, name, { readRuleSet, readTranslation, problemsText, ...parts }) {
  const ruleSet = await read(`${name}.yaml`, (text, file) => {
    const result = readRuleSet(text, file);
    return result.ok ? { ok: true, value: result.value.ruleSet } : result;
  });
  const languages = await namesIn(path.join(root, 'rules'), new RegExp(`^${name}\\.([a-z]{2,3})\\.yaml$`));
  const translations = languages.map(async (language) => {
    if (parts[language] === undefined) throw new Error(`rules/${name}.${language}.yaml has texts, and there is no src/messages/${language}.ts`);
    return compiled(`${name}.${language}`, await read(`${name}.${language}.yaml`, (text, file) => readTranslation(text, file, ruleSet)));
  });
  return [compiled(name, ruleSet), ...(await Promise.all(translations))];

  async function read(file, reader) {
    const result = reader(await readFile(path.join(root, 'rules', file), 'utf8'), `rules/${file}`);
    if (!result.ok) throw new Error(`a rule set has problems\n${problemsText(result.problems)}`);
    return result.value;
  }

  function compiled(stem, value) {
    return [path.join(root, 'dist/rules', `${stem}.json`), jsonLine(value)];
  }
}

/** What the first group of the pattern holds, for each file of the folder that fits. */
async function namesIn(folder, pattern) {
  return (await readdir(folder)).flatMap((file) => pattern.exec(file)?.[1] ?? []);
}

function jsonLine(value) {
  return `${JSON.stringify(value)}\n`;
}

async function loadParts(root, cache, languages) {
  const outfile = path.join(cache, `${process.pid}-parts.mjs`);
  const translations = languages.map((language) => `export { ${language} } from './src/messages/${language}.ts';`);
  await writeFile(outfile, await bundleParts(root, [PARTS, ...translations].join('\n')));
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
