import { expect, test } from 'vitest';
import { UNANSWERED } from '../../src/engine/coding.ts';
import { ABSENT, type Field, FlatRecords } from '../../src/language/flat-record.ts';

const FIELDS: readonly Field[] = [
  { key: 'home', words: new Map([['stable', 0], ['stable-again', 1], ['no', 2], ['x', 1]]), several: false },
  { key: 'goals', words: new Map([['rest', 1], ['work', 2], ['play', 4]]), several: true },
  { key: 'drinks', words: new Map([['not-sure', 7]]), several: false, numbers: { min: -3, max: 20 } },
];

/** What is read of a line: its codes and its id; undefined when it is left to others. */
function read(line: string, records = new FlatRecords(FIELDS)): { codes: number[]; id: string } | undefined {
  const bytes = Buffer.from(`before\n${line}\n...`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const after = records.read(view, 7);
  if (after === -1) return undefined;
  expect(after).toBe(7 + Buffer.byteLength(line) + 1);
  return { codes: [...records.codes], id: bytes.toString('latin1', records.idStart, records.idEnd) };
}

const NONE = [ABSENT, ABSENT, ABSENT];

test.each<[string, number[], string]>([
  ['{}', NONE, ''],
  [' { } ', NONE, ''],
  ['{}\r', NONE, ''],
  ['\t{\t}\t', NONE, ''],
  ['{"home":"stable"}', [0, ABSENT, ABSENT], ''],
  ['{"home":"stable-again"}', [1, ABSENT, ABSENT], ''],
  ['{"home":"x"}', [1, ABSENT, ABSENT], ''],
  ['{"home":"no","id":"a"}', [2, ABSENT, ABSENT], '"a"'],
  ['{"id":"a","drinks":0,"goals":[],"home":"no"}', [2, 0, 3], '"a"'],
  ['{ "id" : "~ !#[]" , "goals" : [ "work" , "rest" ] , "drinks" : "not-sure" }', [ABSENT, 3, 7], '"~ !#[]"'],
  ['{"goals":["play"],"drinks":-3}', [ABSENT, 4, 0], ''],
  ['{"drinks":20}', [ABSENT, ABSENT, 23], ''],
  ['{"id":0}', NONE, '0'],
  ['{"id":-17}', NONE, '-17'],
  ['{"id":""}', NONE, '""'],
  ['{"id":123456789012345}', NONE, '123456789012345'],
])('%s is read', (line, codes, id) => {
  expect(read(line)).toEqual({ codes, id });
});

test.each([
  '', ' ', 'x', '[]', '{', '{}x', '{}{}', '{}\r\r', '\r{}', '{,}', '"home"', 'null', '{"home"}', '{"home":}', '{"home" "stable"}', '{home:"stable"}',
  '{"home":"stable",}', '{"home":"stable" "drinks":1}', '{"home":"stable"', '{"home":"stable"]', '{"home":"stable"}}', '{"home"="stable"}', "{'home':'stable'}",
  '{"home":"stabl"}', '{"home":"stables"}', '{"home":"Stable"}', '{"home":"stable}', '{"home":stable}', '{"home":["stable"]}', '{"home":1}', '{"home":null}',
  '{"house":"stable"}', '{"homy":"stable"}', '{"homey:"stable"}', '{"hom":"stable"}', '{"":"stable"}', '{"h\\u006fme":"stable"}', '{"home":"st\\u0061ble"}', '{"home":{"a":1}}',
  '{"home":"stable","home":"stable"}', '{"id":1,"id":1}', '{"goals":["rest","rest"]}', '{"goals":"rest"}', '{"goals":{"rest"]}', '{"goals":["rest"}', '{"goals":["rest",]}',
  '{"goals":[,"rest"]}', '{"goals":["rest" "work"]}', '{"goals":["other"]}', '{"goals":[["rest"]]}', '{"goals":["rest"',
  '{"drinks":21}', '{"drinks":-4}', '{"drinks":1.0}', '{"drinks":1e0}', '{"drinks":01}', '{"drinks":-0}', '{"drinks":-01}', '{"drinks":+1}', '{"drinks":-}', '{"drinks":"1"}',
  '{"id":"é"}', '{"id":"\\n"}', '{"id":"a\tb"}', '{"id":"\u007f"}', '{"id":"a}', '{"id":null}', '{"id":true}', '{"id":1234567890123456}', '{"id":00}', '{"id":-0}', '{"id":[1]}',
])('%s is left to others', (line) => {
  expect(read(line)).toBeUndefined();
});

test('nothing of a record is left in the next, in whatever order its keys are', () => {
  const records = new FlatRecords(FIELDS);
  expect(read('{"id":"a","home":"no","drinks":5}', records)).toEqual({ codes: [2, ABSENT, 8], id: '"a"' });
  expect(read('{"drinks":"not-sure","goals":["rest"],"home":"x","id":7}', records)).toEqual({ codes: [1, 1, 7], id: '7' });
  expect(read('{"goals":"no list"}', records)).toBeUndefined();
  expect(read('{}', records)).toEqual({ codes: NONE, id: '' });
  expect(read('{"home":"stable","other":1}', records)).toBeUndefined();
  expect(read('{"home":"stable","drinks":0}', records)).toEqual({ codes: [0, ABSENT, 3], id: '' });
});

test('what is absent has the code that the engine gives it', () => {
  expect(ABSENT).toBe(UNANSWERED);
});
