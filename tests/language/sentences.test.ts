import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/language/answers.ts';
import { readCases } from '../../src/language/cases.ts';
import { readCasesNdjson } from '../../src/language/cases-ndjson.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { readTranslation } from '../../src/language/translation.ts';
import type { Read } from '../../src/model/problem.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { edited, SMALL } from './small.ts';

/** What people read about a mistake: the sentence, and the advice in brackets. */
function sentences(read: Read<unknown>): string[] {
  return read.ok ? [] : read.problems.map(({ message, help }) => (help === undefined ? message : `${message} (${help})`));
}

const small = ruleSetFrom(SMALL);

describe('of a file of answers', () => {
  test.each([
    ['[]', 'answers are a map of questions to options'],
    ['{ "schemaVersion": 1 }', 'this is a result, not answers (hand in what it holds under `answers`)'],
    ['{ "pain": 1 }', '`pain` takes an option, not a number (valid: none, some, much, not-sure)'],
    ['{ "pain": null }', '`pain` takes an option, not nothing (valid: none, some, much, not-sure)'],
    ['{ "pain": true }', '`pain` takes an option, not `true` or `false` (valid: none, some, much, not-sure)'],
    ['{ "pain": { "some": 1 } }', '`pain` takes an option, not a map (valid: none, some, much, not-sure)'],
    ['{ "pain": ["some"] }', '`pain` takes one answer, not a list'],
    ['{ "time": 3 }', '`time` takes an option, not a number (valid: day, night)'],
    ['{ "goals": "rest" }', '`goals` takes a list of options, not a text (such as [a, b])'],
    ['{ "goals": null }', '`goals` takes a list of options, not nothing (such as [a, b])'],
    ['{ "goals": ["rest", 3] }', '`goals` takes a list of options, and item 2 is a number'],
    ['{ "goals": [["rest"]] }', '`goals` takes a list of options, and item 1 is a list'],
    ['{ "goals": ["rest", "rest"] }', '`goals` has an option twice'],
    ['{ "sleep": [3] }', '`sleep` takes one answer, not a list'],
    ['{ "sleep": "3" }', '`sleep` takes a whole number (from 0 to 7)'],
    ['{ "sleep": 8 }', '`sleep` is outside its bounds (from 0 to 7)'],
    ['{ "age": "adult", "age": "child" }', '`age` stands twice here (keep one of them)'],
    ['{ "__proto__": 1 }', 'a key must not be `__proto__`'],
    ['{ "age": "\\u202e" }', 'the control character U+202E stands here (delete it, or type the line again)'],
    ['{ "age": "\\u0007" }', 'the control character U+0007 stands here (delete it, or type the line again)'],
    [' ', 'there is nothing in it'],
  ])('in JSON: %s', async (text, ...expected) => {
    expect(sentences(await readAnswers(small, text, 'a.json', { partial: true }))).toEqual(expected);
  });

  const HELP = '(keys and texts stand in double quotes, with no comma after the last)';
  test.each([
    ['{ "age" "adult" }', 'a colon is missing here'],
    ['{ "age": }', 'a value is missing here'],
    ['{ "age": "adult", }', 'a key in double quotes is missing here'],
    ['{ "age": "adult" "pain": "some" }', 'a comma is missing here'],
    ['{ "age": "adult"', 'a closing brace is missing here'],
    ['["age"', 'a closing bracket is missing here'],
    ['{} {}', 'the text goes on after its end'],
    ['{} // nothing', 'JSON has no comments'],
    ['{ "age": "adult }', 'the closing double quote is missing'],
    ['{ "age": "\\x" }', 'there is no such escape in JSON'],
    ['{ age: "adult" }', 'this is not JSON'],
  ])('that is no JSON: %s', async (text, expected) => {
    expect(sentences(await readAnswers(small, text, 'a.json', { partial: true }))).toEqual([`${expected} ${HELP}`]);
  });

  test.each([
    ['age: *adult', 'an alias (`*`) is not taken (write the value out, or put the text in quotes)'],
    ['age: &a adult', 'an anchor (`&`) is not taken (delete it, or put the text in quotes)'],
    ['age: !!str adult', 'a tag (`!`) is not taken (delete it, or put the text in quotes)'],
    ['age: !x adult', 'unresolved tag: !x (put a text that starts with `!` in quotes)'],
    ['[[[a', 'flow sequence in block collection must be sufficiently indented and end with a ] (entries of one list or map start in the same column)'],
    ['- [a', 'flow sequence in block collection must be sufficiently indented and end with a ] (entries of one list or map start in the same column)'],
    ['age:\n\tb: 1', 'tabs are not allowed as indentation (indent with spaces)'],
    ['"a\n b": 1', 'implicit keys need to be on a single line (put a text that holds `: ` or `#` in quotes)'],
    ['age: a: b', 'nested mappings are not allowed in compact mappings (put a text that holds `: ` or `#` in quotes)'],
    ['%YAML 1.1\n---\nage: adult', 'a directive is not taken (delete the line)'],
    ['age: adult\n---\nage: child', 'a second document starts here (a file holds one; delete the `---` line)'],
    ['', 'there is nothing in it'],
  ])('in YAML: %j', async (text, expected) => {
    expect(sentences(await readAnswers(small, text, 'a.yaml', { partial: true }))).toEqual([expected]);
  });

  test('that are missing', async () => {
    expect(sentences(await readAnswers(small, '{}', 'a.json'))).toEqual([
      'no answer to `age`, `pain`, `sleep`, `time` (answer them, or add `--partial` to see what is still possible)',
    ]);
  });

  test.each([
    ['[', ']', 'more than 100 lists and maps stand inside one another here'],
    ['1,', '', 'more than 100000 words and signs (split the text; many cases fit into a file that holds one on each line)'],
  ])('that are too large: %s', async (piece, end, expected) => {
    const many = piece === '[' ? 101 : 100_000;
    const text = piece === '[' ? piece.repeat(many) + end.repeat(many) : `[${piece.repeat(many)}1]`;
    for (const file of ['a.json', 'a.yaml']) expect(sentences(await readAnswers(small, text, file, { partial: true }))).toEqual([expected]);
  });
});

describe('of a FHIR response', () => {
  const BASE = 'https://level-of-care.example/fhir';
  const expectedOne = 'one QuestionnaireResponse is expected, by itself or in a Bundle';
  const thisOne = `for this rule set: ${BASE}/Questionnaire/small`;
  const statuses = 'completed, in-progress, amended, stopped';
  const coding = (question: string, code?: string): unknown => ({ valueCoding: { system: `${BASE}/CodeSystem/small.${question}`, code } });
  const pain = (...answer: readonly unknown[]): unknown => ({ linkId: 'pain', answer });
  const masked = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }] };
  const response = (changes: object): object => ({ resourceType: 'QuestionnaireResponse', questionnaire: `${BASE}/Questionnaire/small|1.0.0`, status: 'completed', ...changes });

  test.each<[object, string]>([
    [{ resourceType: 'Patient' }, `this FHIR resource holds no answers (${expectedOne})`],
    [{ resourceType: 'Bundle' }, `the Bundle holds 0 responses (${expectedOne})`],
    [response({ questionnaire: `${BASE}/Questionnaire/adult` }), `this response is to another questionnaire (${thisOne})`],
    [response({ questionnaire: 1 }), `this response is to another questionnaire (${thisOne})`],
    [response({ questionnaire: undefined }), `\`questionnaire\` is missing (${thisOne})`],
    [response({ status: undefined }), `\`status\` is missing (one of ${statuses})`],
    [response({ status: 'entered-in-error' }), `a response with the status \`entered-in-error\` is not used (valid: ${statuses})`],
    [response({ modifierExtension: [] }), '`modifierExtension` can change what the response means (this program knows of no such change)'],
    [response({ implicitRules: 'https://example.org' }), '`implicitRules` can change what the response means (this program knows of no such change)'],
    [response({ item: [{ answer: [] }] }), '`linkId` is missing (it names the question)'],
    [response({ item: [pain(coding('pain', 'much')), pain(coding('pain', 'much'))] }), '`pain` is answered twice (keep one of the items)'],
    [response({ item: [pain({ valueString: 'much' })] }), '`pain` takes a `valueCoding`, not a `valueString`'],
    [response({ item: [{ linkId: 'sleep', answer: [coding('sleep', 'much')] }] }), '`sleep` takes a `valueInteger`, not a `valueCoding`'],
    [response({ item: [pain({})] }), '`valueCoding` is missing'],
    [response({ item: [pain(coding('pain'))] }), '`code` is missing (an option of `pain`)'],
    [response({ item: [pain(coding('time', 'day'))] }), `the code of \`pain\` is not of this questionnaire (its \`system\` is ${BASE}/CodeSystem/small.pain)`],
    [
      response({ item: [pain({ valueCoding: { system: 'https://example.org', code: 'asked-unknown' } })] }),
      `the code of \`pain\` is not of this questionnaire (its \`system\` is ${BASE}/CodeSystem/small.pain)`,
    ],
    [response({ item: [pain(masked)] }), '`pain` takes no other reason for a missing answer than `asked-unknown`'],
    [response({ item: [{ linkId: 'pain', item: [{ linkId: 'sleep', answer: [] }] }] }), '`sleep` stands below another question (in this questionnaire no question does)'],
  ])('%j', async (resource, expected) => {
    expect(sentences(await readAnswers(small, JSON.stringify(resource), 'r.json', { partial: true }))).toEqual([expected]);
  });
});

describe('of a case', () => {
  const read = (cases: string): Read<unknown> => readCases(`ruleSet: ./small.yaml\ncases:\n${cases}`, 'c.yaml', () => ({ ok: true, value: small }));

  test.each([
    ['expect: {}', '`expect` must expect something'],
    ['expect: { range: [high, low] }', '`high` is more intensive than `low` (the least intensive level stands first)'],
    ['expect: { range: [high] }', '`range` has 1, and needs 2 or more'],
    ['expect: { range: [low, low, high] }', '`range` has 3, and 2 is the most'],
    ['expect: { status: done }', '`status` cannot be `done` (valid: decided, open, out-of-scope, no-rule)'],
    ['expect: { levle: low }', 'the key `levle` means nothing here (did you mean `level`? valid: status, level, range, urgency, decidedBy, advice)'],
    ['expect: { level: middle }', 'there is no level `middle` (valid: low, high)'],
    ['expect: { level: 3 }', '`level` is a number, not a text (put it in quotes to make it a text)'],
    ['expect: { urgency: now }', '`urgency` cannot be `now` (valid: routine, soon, urgent, emergency)'],
    ['expect: { decidedBy: [worse] }', 'there is no rule `worse` (valid: everyone, bad-pain)'],
    ['expect: { decidedBy: [bad-pain, bad-pain] }', '`bad-pain` is listed twice'],
    ['expect: { advice: [rest] }', 'there is no advice `rest` (valid: rest-well)'],
  ])('%s', (keys, expected) => {
    expect(sentences(read(`  - { name: A case, answers: {}, ${keys} }\n`))).toEqual([expected]);
  });

  test('that has the name of another', () => {
    const twice = '  - { name: A case, answers: {}, expect: { level: low } }\n'.repeat(2);
    expect(sentences(read(twice))).toEqual(['another case above has the same name']);
    const lines = '{"name":"a","answers":{},"expect":{"level":"low"}}\n'.repeat(2);
    expect(sentences(readCasesNdjson(lines, 'c.ndjson', small))).toEqual(['another case above has the same name']);
  });
});

describe('of a condition', () => {
  const after = (piece: string, by: string): string[] => sentences(readRuleSet(edited([piece, by]), 'small.yaml'));

  test.each([
    ['{}', 'a condition must test something'],
    ['{ pian: much }', 'there is no question `pian` (did you mean `pain`? valid: pain, sleep, time, load, all, any, not, count)'],
    ['{ age: adult }', '`age` is a scope question, which cannot be read here (a rule reads need and preference questions and scores)'],
    ['{ level: low }', '`level` is part of the result, which cannot be read here (a rule reads need and preference questions and scores)'],
    ['{ goals: rest }', '`goals` is a note question, which cannot be read here (a rule reads need and preference questions and scores)'],
    ['{ pain: mutch }', 'there is no option `mutch` (did you mean `much`? valid: none, some, much)'],
    ['{ pain: 3 }', '`pain` takes an option, not a number'],
    ['{ pain: true }', '`pain` is `true` or `false`, not a text or a number or a list or a map (put it in quotes to make it a text)'],
    ['{ pain: { atLeast: [some] } }', '`atLeast` is a list, not a text or a number'],
    ['{ any: pain }', '`any` is a text, not a list'],
    ['{ not: 3 }', '`not` is a number, not a map'],
    ['{ pain: {} }', '`atLeast` or `atMost` is missing'],
    ['{ pain: { atLeast: much, atMost: some } }', '`atLeast` is above `atMost`, so nothing lies between'],
    ['{ pain: [much, much] }', '`much` is listed twice'],
    ['{ time: { atLeast: night } }', 'the options of `time` have no order (list options instead: [a, b])'],
    ['{ sleep: much }', '`sleep` takes a number, or `atLeast` and `atMost`'],
    ['{ sleep: { atLeast: much } }', 'a number is expected here, not an option'],
    ['{ sleep: 8 }', '8 is not between 0 and 7'],
    ['{ load: { atMost: 4 } }', '4 is not between 0 and 3'],
  ])('of a rule: %s', (condition, expected) => {
    expect(after('{ pain: { atLeast: none } }', condition)).toEqual([expected]);
  });

  test.each([
    ['{ age: adult }', '{ load: 3 }', '`load` is a score, which cannot be read here (the scope reads scope questions)'],
    ['when: { pain: none }', 'when: { level: low }', '`level` is part of the result, which cannot be read here (this condition reads need, preference and scope questions and scores)'],
    [
      '{ level: low, urgency: emergency }',
      '{ goals: rest }',
      '`goals` is a note question, which cannot be read here (this condition reads need, preference and scope questions, scores, `level` and `urgency`)',
    ],
  ])('elsewhere: %s, then %s', (piece, by, expected) => {
    expect(after(piece, by)).toEqual([expected]);
  });
});

describe('of a rule set', () => {
  const FIRST_SOURCES = 'sources: [book] }\n  - id: bad';

  test.each([
    ['version: 1.0.0', 'version: 1.0', '`1` is no version (a version is three numbers, such as 1.0.0)'],
    ['ruleSet: small', 'ruleSet: Small', '`Small` is no id (an id is made of small letters, digits and single dashes, and starts with a letter)'],
    ['title: A small rule set', 'title: ""', '`title` is an empty text'],
    ['title: A small rule set\n', '', '`title` is missing'],
    ['title: A small rule set', 'title: 3', '`title` is a number, not a text (put it in quotes to make it a text)'],
    ['title: A small rule set', 'title: [a]', '`title` is a list, not a text'],
    ['title: A small rule set', 'title: { a: b }', '`title` is a map, not a text'],
    ['title: A small rule set', 'title:', '`title` is nothing, not a text'],
    ['- { id: rest-well', '- { id: constructor', '`constructor` already means something else (choose another id for the piece of advice)'],
    ['id: night-line', 'id: help-line', 'there is another contact `help-line` above (each contact needs an id of its own)'],
    ['kind: scope', 'kind: [scope]', '`kind` cannot be a list (did you mean `scope`? valid: need, preference, scope, note)'],
    ['load: { pain: { some: 1, much: 2 }', 'load: { pain: [1]', '`pain` is a list, not a map'],
    ['expect: { level: high, urgency: { atLeast: soon } }', 'expect: { level: hihg }', 'there is no level `hihg` (did you mean `high`? valid: low, high)'],
    ['kind: scope', 'kind: scpoe', '`kind` cannot be `scpoe` (did you mean `scope`? valid: need, preference, scope, note)'],
    ['min: 0, max: 7', 'min: 0.5, max: 7', '`min` is a number, not a whole number'],
    ['notSure: 3', 'notSure: 8', '8 is not between 0 and 7'],
    ['    notSure: some\n', '', '`ifNotSure` stands without `notSure`'],
    ['notSure: some', 'notSure: sum', 'there is no option `sum` (valid: none, some, much)'],
    ['kind: note, several', 'kind: preference, several', 'a preference question takes one answer (only a note question may take several)'],
    ['kind: preference, text', 'kind: preference, notSure: day, text', 'a preference question does not take `notSure` (only a need question does)'],
    ['several: true', 'several: yes', '`several` is a text, not `true` or `false`'],
    ['load: { pain', 'load: { sleep: { a: 1 }, pain', '`sleep` cannot score (only need and preference questions with options can)'],
    ['load: { pain', 'load: { pian: { some: 1 }, pain', 'there is no question `pian` (did you mean `pain`? valid: pain, time)'],
    ['some: 1, much', 'sum: 1, much', 'there is no option `sum` (valid: none, some, much)'],
    ['some: 1, much', 'some: -1, much', '`some` is below 0'],
    ['some: 1, much', 'some: 1001, much', '`some` is above 1000'],
    ['scope: {', 'screen: laod\nscope: {', 'there is no score `laod` (did you mean `load`? valid: load)'],
    ['level: low, because', 'level: lwo, because', 'there is no level `lwo` (did you mean `low`? valid: low, high)'],
    [FIRST_SOURCES, FIRST_SOURCES.replace('book', 'boko'), 'there is no source `boko` (did you mean `book`? valid: talk, book)'],
    [FIRST_SOURCES, FIRST_SOURCES.replace('book', ''), '`sources` has 0, and needs 1 or more'],
    ['expect: { level: high, urgency: { atLeast: soon } }', 'expect: {}', '`expect` must expect something'],
    ['say: Rest well., sources: [book]', 'say: Rest well., sources: [boko]', 'there is no source `boko` (did you mean `book`? valid: talk, book)'],
    ['id: no-child', 'id: low-is-calm', 'there is another property `low-is-calm` above (each property needs an id of its own)'],
    ['vary: time', 'vary: age', '`age` cannot be named here (valid: pain, sleep, time)'],
    ['vary: time', 'vary: tiem', 'there is no question `tiem` (did you mean `time`? valid: pain, sleep, time)'],
    ['monotone: [pain, sleep]', 'monotone: [time]', '`time` cannot be named here (valid: pain, sleep)'],
    ['source: https://example.org, ', 'source: example.org, ', '`example.org` is no web address (an address starts with https:// or http:// and holds no blanks)'],
    ['crisis: true, source: https://example.org, checked: 2026-01-01', 'crisis: true, source: https://example.org, checked: 1.1.2026', '`1.1.2026` is no day (a day is written as 2026-11-21)'],
    ['how: Call 911., crisis: true', 'how: Call 911., crisis: yes', '`crisis` is a text, not `true` or `false`'],
    ['    recheck: 2026-07-01\n    unverified', '    recheck: 2026-01-01\n    unverified', '`recheck` is not after `checked`'],
    ['bring: [A list, A friend]', 'bring: [A list, 3]', 'item 2 of `bring` is a number, not a text (put it in quotes to make it a text)'],
  ])('%j, then %j', (piece, by, expected) => {
    expect(sentences(readRuleSet(edited([piece, by]), 'small.yaml'))).toEqual([expected]);
  });

  test.each([
    ['talk: { title', 'Talk: { title', '`Talk` is no id (an id is made of small letters, digits and single dashes, and starts with a letter)'],
    ['id: low, name: Low', 'id: high, name: Low', 'there is another level `high` above (each level needs an id of its own)'],
    ['min: 0, max: 7', 'min: 7, max: 0', '`min` is above `max`'],
  ])('beside what follows from it: %j, then %j', (piece, by, expected) => {
    expect(sentences(readRuleSet(edited([piece, by]), 'small.yaml'))).toContain(expected);
  });

  test('that is no map', () => {
    expect(sentences(readRuleSet('- a', 'small.yaml'))).toContain('the whole text is a list, not a map');
  });
});

describe('of a translation', () => {
  test.each([
    ['{ version: 1.0.0 }', '`ruleSet` is missing (the texts belong to small)'],
    ['{ ruleSet: small }', '`version` is missing (the texts belong to 1.0.0)'],
    ['{ ruleSet: small, version: 2.0.0 }', 'these texts are for another rule set than `small` 1.0.0'],
    ['{ ruleSet: small, version: 1.0.0 }', '`levels` is missing'],
    ['{ sources: {} }', 'the rule set has no text `sources` here (valid: title, about, notice, levels, questions, scope, rules, advice, referral, contacts)'],
    ['{ levels: [{ id: lwo }] }', 'the rule set has no `lwo` here (did you mean `low`? valid: low, high)'],
    ['{ levels: [{ id: low }] }', 'the texts of `high` are missing'],
    ['{ levels: [{ id: low }, { id: low }] }', 'there is another entry `low` above (each entry needs an id of its own)'],
    ['{ levels: {} }', 'a list is expected here, not a map'],
    ['{ scope: [] }', 'a map is expected here, not a list'],
    ['{ title: 3 }', 'a text is expected here, not a number'],
    ['{ title: true }', 'a text is expected here, not `true` or `false`'],
    ['{ title: }', 'a text is expected here, not nothing'],
    ['{ title: "" }', 'the text is empty'],
    ['{ referral: { bring: Eine Liste } }', 'a list is expected here, not a text'],
    ['{ referral: { bring: [Eine Liste] } }', 'here are 1 texts, and the rule set has 2'],
  ])('%s', (yaml, expected) => {
    expect(sentences(readTranslation(yaml, 'small.es.yaml', small))).toContain(expected);
  });
});
