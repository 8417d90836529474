import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/language/json.ts';
import { Page } from '../../src/language/page.ts';
import { plain } from '../../src/language/tree.ts';
import { problemsIn, unmarked } from './small.ts';

test.each(['{"a":"b","c":[1,-0.5e3,null,true,{"d":[]}]}', ' [] ', '"a\\u00e9\\n"', '1', '{"":{}}', '{\r\n\t"a": 1\r\n}'])('reads %j as JSON.parse does', (text) => {
  const page = new Page(text, 'a.json');
  const root = readJson(page);
  expect(problemsIn(page.refused())).toEqual([]);
  expect(root && plain(root)).toEqual(JSON.parse(text));
});

/** What `JSON.parse` gives; `undefined` when it throws. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('takes what `JSON.parse` takes, and means the same', () => {
  const pieces = ['{', '}', '[', ']', ',', ':', '"', '"a"', '"b":', '1', '0', '-', '.', 'e', '+', 'true', 'null', 'n', '\\', '\\u', '00', '/*', '//', ' ', '\n', 'é'];
  const nearly = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nearly, fc.json()), (text) => {
      const page = new Page(text, 'a.json');
      const root = readJson(page);
      const codes = new Set(page.refused().problems.map(({ code }) => code));
      const parsed = parse(text);
      expect(codes.has('json-syntax')).toBe(parsed === undefined && text.trim() !== '' && !codes.has('control-character'));
      expect(page.clean ? [root && plain(root)] : []).toEqual(page.clean ? [parsed] : []);
    }),
    { numRuns: 2000 },
  );
});

describe('refuses', () => {
  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each([
    ['duplicate-key', '{ "a": 1, ¦"a": 1 }'],
    ['duplicate-key', '{ "a": 1, "b": { "c": 1, ¦"\\u0063": 2 }, ¦"a": 3 }'],
    ['unknown-key', '{ ¦"__proto__": { "a": 1 } }'],
    ['unknown-key', '[{ ¦"\\u005f_proto__": 1 }]'],
    ['control-character', '{ "a": ¦"\\u001b[31m" }'],
    ['control-character', '{ ¦"a\\u202e": 1 }'],
    ['control-character', '{ "a": ¦"\\ud800" }'],
    ['control-character', '{ "a": "¦\u0000" }'],
    ['control-character', '¦\ufeff{}'],
    ['json-syntax', '{ "a": 1, ¦}'],
    ['json-syntax', '{\n  "a": 1,\n  ¦b: 2\n}'],
    ['json-syntax', '{ "a" ¦1 }'],
    ['json-syntax', '{ "a": ¦}'],
    ['json-syntax', "{ ¦'a': 1 }"],
    ['json-syntax', '{ "a": 1 ¦"b": 2 }'],
    ['json-syntax', '{ "a": 1¦'],
    ['json-syntax', '[1, 2¦'],
    ['json-syntax', '[1, ¦, 2]'],
    ['json-syntax', '{} ¦{}'],
    ['json-syntax', '¦// comment\n{}'],
    ['json-syntax', '{ "a": ¦"b }'],
    ['json-syntax', '{ "a": ¦"\\x" }'],
    ['json-syntax', '{ "a": ¦nul }'],
    ['json-syntax', '{ "a": ¦NaN }'],
    ['json-syntax', '{ "a": 0¦1 }'],
    ['json-syntax', '¦\u00a0{}'],
    ['empty', '¦'],
    ['empty', '¦ \n '],
  ])('%s: %j', (code, marked) => {
    const { text, places } = unmarked(marked);
    const page = new Page(text, 'a.json');
    expect(code.endsWith('syntax') ? readJson(page) : (readJson(page), undefined)).toBeUndefined();
    expect(problemsIn(page.refused())).toEqual(places.map((place) => `${place} ${code}`));
  });

  test.each(['[', '{"a":', '[{"a":'])('%j, 100,000 times', (piece) => {
    const page = new Page(piece.repeat(100_000), 'deep.json');
    expect(readJson(page)).toBeUndefined();
    expect(page.refused()).toMatchObject({ problems: [{ code: 'too-deep', place: { line: 1 } }] });
  });

  test('a list of a million lists (H41)', () => {
    const page = new Page(`[${'[],'.repeat(1_000_000)}[]]`, 'long.json');
    expect(readJson(page)).toBeUndefined();
    expect(page.refused()).toMatchObject({ problems: [{ code: 'too-large' }] });
  });

  test('one sign more than a hundred thousand, where blanks are none', () => {
    const most = `[[]${', 1'.repeat(49_998)}]`;
    expect(readJson(new Page(most, 'a.json'))).toBeDefined();
    expect(readJson(new Page(` ${most.slice(0, -1)}, 1]`, 'a.json'))).toBeUndefined();
  });

  test('but not brackets in a text, nor a hundred levels, nor many maps and lists beside each other', () => {
    for (const text of [JSON.stringify('['.repeat(1000)), '['.repeat(100) + ']'.repeat(100), `[${'{},[],'.repeat(200)}{}]`]) {
      expect(readJson(new Page(text, 'a.json'))).toBeDefined();
    }
  });
});
