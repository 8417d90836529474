import { describe, expect, test } from 'vitest';
import { Page } from '../../src/language/page.ts';
import { plain } from '../../src/language/tree.ts';
import { readYaml } from '../../src/language/yaml.ts';
import { problemsIn, unmarked } from './small.ts';

function read(text: string): unknown {
  const page = new Page(text, 'a.yaml');
  const root = readYaml(page);
  expect(problemsIn(page.refused())).toEqual([]);
  return root && plain(root);
}

describe('YAML 1.2, core schema', () => {
  test.each<[string, unknown]>([
    ['a: yes\nb: no\nc: on', { a: 'yes', b: 'no', c: 'on' }],
    ['a: true\nb: null\nc: ~\nd:', { a: true, b: null, c: null, d: null }],
    ['a: 012\nb: 2.10\nc: 0x1f\nd: 0o17', { a: 12, b: 2.1, c: 31, d: 15 }],
    ['1: a\ntrue: b\nnull: c', { '1': 'a', true: 'b', null: 'c' }],
    ['a: 2026-01-01', { a: '2026-01-01' }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
    ['? a\n? b', { a: null, b: null }],
    ['a: [b: 1, c]', { a: [{ b: 1 }, 'c'] }],
    ['a: >\n  folded\n  text\nb: |\n  kept\n', { a: 'folded text\n', b: 'kept\n' }],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['--- # one document\na: 1\n...\n', { a: 1 }],
    ["a: 'tab\there' # 🌱", { a: 'tab\there' }],
    ['constructor: 1\ntoString: 2', { constructor: 1, toString: 2 }],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('refuses', () => {
  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each([
    ['yaml-syntax', '¦%YAML 1.1\n---\na: yes\n'],
    ['yaml-syntax', '# a comment\n¦%YAML 1.2\n---\na: yes\n'],
    ['yaml-syntax', '¦%TAG !e! tag:example.org\n---\na: yes\n'],
    ['yaml-syntax', 'a: !!str ¦1'],
    ['yaml-syntax', 'a: ! ¦x'],
    ['yaml-syntax', '!!str ¦a: 1'],
    ['yaml-syntax', 'a: &here ¦1'],
    ['yaml-syntax', 'a: &here ¦1\nb: ¦*here'],
    ['yaml-syntax', 'a: ¦*nowhere'],
    ['yaml-syntax', 'a: 1\n¦---\nb: 2\n'],
    ['yaml-syntax', 'a: 1\n¦--- b\n--- c\n'],
    ['yaml-syntax', '¦\ta: 1'],
    ['yaml-syntax', '? ¦[a]\n: b'],
    ['yaml-syntax', 'a: [1, ¦, 2]'],
    ['yaml-syntax', 'a: "b\nc: 1¦'],
    ['duplicate-key', 'a: 1\n¦a: 2'],
    ['duplicate-key', 'a: { b: 1, ¦"b": 2, ¦b: 3 }'],
    ['unknown-key', '¦__proto__: { a: 1 }'],
    ['unknown-key', 'a: { ¦"__proto__": 1 }'],
    ['control-character', 'a: b¦\u0000c'],
    ['control-character', 'a: b # hidden ¦\u202e here'],
    ['control-character', 'a: ¦"\\u202e"'],
    ['control-character', '¦"a\\x1b": 1'],
    ['control-character', 'a: ¦"\\e[31m"'],
    ['control-character', 'a: 1¦\rb: 2'],
    ['control-character', '¦\ufeffa: 1'],
    ['control-character', 'a: ¦\ud83c'],
    ['control-character', 'a: ¦\u2028¦\u0085'],
    ['empty', '¦'],
    ['empty', '¦# only a comment\n'],
    ['empty', '¦---\n'],
    ['empty', '¦\n\n  \n'],
  ])('%s: %j', (code, marked) => {
    const { text, places } = unmarked(marked);
    const page = new Page(text, 'a.yaml');
    readYaml(page);
    expect(problemsIn(page.refused())).toEqual(places.map((place) => `${place} ${code}`));
  });

  test.each([
    ['[', 100_000],
    ['{ a: ', 100_000],
    ['- ', 100_000],
    ['? ', 100_000],
    ['[{', 100_000],
    ['"a": [', 1000],
  ])('%j, %i times', (piece, times) => {
    const page = new Page(piece.repeat(times), 'deep.yaml');
    expect(readYaml(page)).toBeUndefined();
    expect(page.refused()).toMatchObject({ problems: [{ code: 'too-deep', place: { line: 1 } }] });
  });

  test.each(['[]', '- a\n', 'a: [,', '""'])('%j, a million times (H41)', (piece) => {
    const page = new Page(`- ${piece.repeat(1_000_000)}`, 'long.yaml');
    expect(readYaml(page)).toBeUndefined();
    expect(page.refused().problems[0]?.code).toMatch(/^too-(large|deep)$/);
  });

  test('lines that each go deeper', () => {
    const page = new Page(Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'deep.yaml');
    expect(readYaml(page)).toBeUndefined();
    expect(page.refused()).toMatchObject({ problems: [{ code: 'too-deep', place: { line: 100, column: 100 } }] });
  });
});

test('what errors say of where they were made stays as it was', () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 7;
  readYaml(new Page('a: [', 'a.yaml'));
  expect(Error.stackTraceLimit).toBe(7);
  Error.stackTraceLimit = before;
});
