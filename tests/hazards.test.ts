import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const LOG = readFileSync(path.join(ROOT, 'docs/hazards.md'), 'utf8');

/** A row of the hazard log: its number, what controls it, and the tests that it points to. */
interface Hazard {
  readonly id: string;
  readonly control: string;
  readonly tests: readonly string[];
}

const hazards = [...LOG.matchAll(/^\| (H\d\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id = '', control = '', shown = '']): Hazard => {
  return { id, control, tests: [...shown.matchAll(/\]\(\.\.\/(tests\/[^)]+)\)/g)].map(([, file = '']) => file) };
});

/** The numbers that stand at the end of the titles of a file's tests, such as `(H14, H15)`. */
function numbersIn(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const titles = [...text.matchAll(/\(\s*(['"`])((?:(?!\1).)*\((?:H\d\d)(?:, H\d\d)*[^()]*\))\1/g)].map((match) => match[2] ?? '');
  return titles.flatMap((title) => [...(/\(H[^()]*\)$/.exec(title)?.[0] ?? '').matchAll(/H\d\d/g)].map(([id]) => id));
}

const files = readdirSync(path.join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(test|hostile)\.ts$/.test(name))
  .map((name) => `tests/${name.replaceAll(path.sep, '/')}`);
const tested = new Map(files.map((file) => [file, numbersIn(file)]));

test('each hazard stands once in the log', () => {
  const ids = hazards.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
  expect(LOG.match(/^\| H\d\d /gm)).toHaveLength(ids.length);
});

test.each(hazards)('$id has a control, and each of its tests carries its number', ({ id, control, tests }) => {
  expect(control.trim()).not.toBe('');
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((file) => !tested.get(file)?.includes(id))).toEqual([]);
});

test('each hazard has a test that every run of `npm test` makes', () => {
  const always = new Set([...tested].filter(([file]) => file.endsWith('.test.ts')).flatMap(([, ids]) => ids));
  expect(hazards.map(({ id }) => id).filter((id) => !always.has(id))).toEqual([]);
});

test('no test carries a number that is not in the log', () => {
  const known = new Set(hazards.map(({ id }) => id));
  expect([...tested].flatMap(([file, ids]) => ids.filter((id) => !known.has(id)).map((id) => `${file}: ${id}`))).toEqual([]);
});
