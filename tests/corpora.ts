import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where bad input that others collected lies; `CORPORA` names another folder. */
const FOLDER = process.env['CORPORA'] ?? path.resolve(import.meta.dirname, '../../shared/corpora');

export const HAS_CORPORA = existsSync(FOLDER);

/** What to say when the corpora are skipped. */
export const WHERE =
  'skipped where absent; put nst/JSONTestSuite (test_parsing), yaml/yaml-test-suite (branch data) and minimaxir/big-list-of-naughty-strings into a folder, as json-test-suite, yaml-test-suite and naughty-strings, and name it in CORPORA';

/** The texts of the JSON and the YAML test suite, by file. */
export function corpusTexts(): readonly (readonly [file: string, bytes: Buffer])[] {
  return [...filesOf('json-test-suite', '.json'), ...filesOf('yaml-test-suite', 'in.yaml')].map((file) => [file, readFileSync(path.join(FOLDER, file))]);
}

/** The big list of naughty strings. */
export function naughtyStrings(): readonly string[] {
  return JSON.parse(readFileSync(path.join(FOLDER, 'naughty-strings/blns.json'), 'utf8')) as string[];
}

function filesOf(corpus: string, ends: string): readonly string[] {
  const names = readdirSync(path.join(FOLDER, corpus), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ends)).map((name) => path.join(corpus, name));
}
