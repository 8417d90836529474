import path from 'node:path';
import { expect, test } from 'vitest';
import { onSource } from '../cli/on-source.ts';
import { ROOT } from '../cli/program.ts';

const FOLDER = import.meta.dirname;

/** What is printed, by its file in `expected/`. After a change that is wanted, write it anew with `npx vitest run tests/printed -u`, and read what became other. */
const PAGES = {
  'result.txt': 'assess --rules old.yaml --answers answers.json',
  'result.md': 'assess --rules old.yaml --answers answers.json --format markdown',
  'result.html': 'assess --rules old.yaml --answers answers.json --format html',
  'result.json': 'assess --rules old.yaml --answers answers.json --json',
  'result.fhir.json': 'assess --rules old.yaml --answers answers.json --format fhir',
  'why-not.txt': 'assess --rules old.yaml --answers answers.json --explain visits',
  'why-not-more.txt': 'assess --rules old.yaml --answers answers.json --explain stay',
  'open.txt': 'assess --rules old.yaml --answers some.json --partial',
  'open.json': 'assess --rules old.yaml --answers some.json --partial --json',
  'open.fhir.json': 'assess --rules old.yaml --answers some.json --partial --format fhir',
  'emergency.txt': 'assess --rules old.yaml --answers emergency.json',
  'out-of-scope.md': 'assess --rules old.yaml --partial --age child --format markdown',
  'questions.txt': 'questions --rules old.yaml',
  'questions.json': 'questions --rules old.yaml --json',
  'questions.fhir.json': 'questions --rules old.yaml --format fhir',
  'levels.txt': 'levels --rules old.yaml',
  'check.txt': 'rules check gap.yaml',
  'check.json': 'rules check gap.yaml --json',
  'check.sarif.json': 'rules check gap.yaml --format sarif',
  'check.github.txt': 'rules check gap.yaml --format github',
  'cases.txt': 'rules test clinic.cases.yaml --coverage',
  'diff.txt': 'rules diff old.yaml new.yaml',
  'diff.github.md': 'rules diff old.yaml new.yaml --format github',
  'diff.json': 'rules diff old.yaml new.yaml --json',
  'diff-on.txt': 'rules diff old.yaml new.yaml --on records.ndjson',
  'diff-on.github.md': 'rules diff old.yaml new.yaml --on records.ndjson --format github',
  'rules.csv': 'rules export --rules old.yaml --to csv',
  'rules.sql': 'rules export --rules old.yaml --to sql',
};

test.each(Object.entries(PAGES))('%s is what `%s` prints', async (file, line) => {
  const { stdout, stderr } = await onSource(line.split(' '), ROOT, { cwd: path.join(FOLDER, 'given') });
  expect(stderr).toBe('');
  const alike = stdout
    .replace(/<style>[^]*<\/style>/, '<style></style>')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(/in \d+ ms|"milliseconds": \d+/g, (time) => time.replace(/\d+/, '0'))
    .replaceAll(/"(occurrenceDateTime|authored)": "[^"]*"/g, '"$1": "today"');
  await expect(`${alike}\n`).toMatchFileSnapshot(path.join(FOLDER, 'expected', file));
});
