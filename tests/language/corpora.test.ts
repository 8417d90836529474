import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/language/answers.ts';
import { readCases } from '../../src/language/cases.ts';
import { readJson } from '../../src/language/json.ts';
import { Page } from '../../src/language/page.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { readTranslation } from '../../src/language/translation.ts';
import { plain, type Node } from '../../src/language/tree.ts';
import { readYaml } from '../../src/language/yaml.ts';
import type { Read } from '../../src/model/problem.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { SMALL } from './small.ts';

/** Bad input that others collected: nst/JSONTestSuite, yaml/yaml-test-suite (branch `data`), minimaxir/big-list-of-naughty-strings. */
const CORPORA = process.env['CORPORA'] ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const small = ruleSetFrom(SMALL);

function filesOf(corpus: string, ends: string): readonly string[] {
  const folder = path.join(CORPORA, corpus);
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ends)) : [];
}

const textOf = (corpus: string, file: string): string => readFileSync(path.join(CORPORA, corpus, file), 'utf8');

/** A file in the same folder of the YAML test suite. */
function beside(file: string, name: string): string {
  return path.join(CORPORA, 'yaml-test-suite', path.dirname(file), name);
}

/** Reads a text in every way; anything thrown fails the test. */
async function readInEveryWay(text: string): Promise<readonly Read<unknown>[]> {
  return [
    readRuleSet(text, 'a.yaml'),
    readCases(text, 'a.yaml', () => ({ ok: true, value: small })),
    readTranslation(text, 'a.yaml', small),
    await readAnswers(small, text, 'a.yaml'),
    await readAnswers(small, text, 'a.json'),
    await readAnswers(small, text, '-'),
  ];
}

function readOne(read: (page: Page) => Node | undefined, corpus: string, file: string): { file: string; text: string; value: unknown; codes: string[] } {
  const page = new Page(textOf(corpus, file), file);
  const root = read(page);
  return { file, text: page.text, value: root && plain(root), codes: page.refused().problems.map(({ code }) => code) };
}

describe.skipIf(!existsSync(CORPORA))('corpora (put them into ../shared/corpora, or name their folder in CORPORA)', () => {
  const yaml = filesOf('yaml-test-suite', 'in.yaml');
  const json = filesOf('json-test-suite', '.json');

  test('are there', () => {
    expect([yaml.length, json.length]).toEqual([402, 318]);
  });

  test('end in problems whichever way they are read', async () => {
    const texts = [...yaml.map((file) => textOf('yaml-test-suite', file)), ...json.map((file) => textOf('json-test-suite', file))];
    const taken = await Promise.all(texts.map(async (text) => (await readInEveryWay(text)).some(({ ok }) => ok)));
    expect(texts.filter((_, index) => taken[index])).toEqual([]);
  });

  test('YAML that is wrong is refused, and what is taken means what it should', () => {
    const read = yaml.map((file) => readOne(readYaml, 'yaml-test-suite', file));
    const taken = read.filter(({ codes }) => codes.length === 0);
    expect(taken.filter(({ file }) => existsSync(beside(file, 'error')))).toEqual([]);
    const known = taken.filter(({ file }) => existsSync(beside(file, 'in.json')));
    expect(known.length).toBeGreaterThan(100);
    expect(known.map(({ value }) => value)).toEqual(known.map(({ file }) => JSON.parse(readFileSync(beside(file, 'in.json'), 'utf8')) as unknown));
  });

  test('JSON that is wrong is refused, and what is right is taken', () => {
    const read = json.map((file) => readOne(readJson, 'json-test-suite', file));
    const taken = read.filter(({ codes }) => codes.length === 0);
    expect(taken.filter(({ file }) => file.startsWith('n_'))).toEqual([]);
    expect(taken.map(({ value }) => value)).toEqual(taken.map(({ text }) => JSON.parse(text) as unknown));
    const refused = read.filter(({ file, codes }) => file.startsWith('y_') && codes.length > 0);
    expect(new Set(refused.flatMap(({ codes }) => codes))).toEqual(new Set(['duplicate-key', 'control-character']));
  });

  test('naughty strings are refused as ids and options', async () => {
    const strings = JSON.parse(textOf('naughty-strings', 'blns.json')) as string[];
    const texts = strings.flatMap((string) => {
      const quoted = JSON.stringify(string);
      return [string, quoted, `${quoted}: 1`, `{ "pain": ${quoted} }`, `{ ${quoted}: "some" }`, `{ "goals": [${quoted}] }`];
    });
    const taken = await Promise.all(texts.map(async (text) => (await readAnswers(small, text, '-')).ok));
    expect(texts.filter((_, index) => taken[index])).toEqual([]);
  });

  test('naughty strings are taken as texts, as they are, or refused', () => {
    const strings = JSON.parse(textOf('naughty-strings', 'blns.json')) as string[];
    const titles = strings.flatMap((string) => {
      const root = readYaml(new Page(`title: ${JSON.stringify(string)}`, 'a.yaml'));
      return root ? [[string, plain(root)]] : [];
    });
    expect(titles.length).toBeGreaterThan(400);
    expect(titles.map(([, value]) => value)).toEqual(titles.map(([title]) => ({ title })));
  });
});
