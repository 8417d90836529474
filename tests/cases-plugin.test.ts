import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { casesIn, run } from './case-file.ts';
import { casesPlugin } from './cases-plugin.ts';

const FILE = path.resolve(import.meta.dirname, '../rules/adult.cases.yaml');
const trials = casesIn(FILE);

test('each case of a YAML file is a test whose call stands where the case stands', () => {
  const { transform } = casesPlugin() as { transform: (text: string, file: string) => { code: string } | null };
  const lines = transform(readFileSync(FILE, 'utf8'), FILE)?.code.split('\n') ?? [];
  const stands = trials.map(({ case: { place } }, index) => lines[place.line - 1]?.startsWith(`run(trials[${index}])`, place.column - 1));
  expect(stands).toEqual(trials.map(() => true));
  expect(transform('export {}', 'some.ts')).toBeNull();
});

test('a failing case shows what was expected and received, from the line that runs it', () => {
  const [first] = trials as readonly [(typeof trials)[number]];
  const failing = { ...first, case: { ...first.case, expect: { urgency: 'emergency' } as const } };
  const error = caught(() => { run(failing); });
  expect(error.message).toContain('urgency: expected emergency, received routine');
  expect(error.stack?.split('\n').find((line) => line.trim().startsWith('at '))).toContain('cases-plugin.test.ts');
});

function caught(action: () => void): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
