import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { check } from '../../src/analysis/check.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { FINDINGS, type Problem } from '../../src/model/problem.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { valueOf } from '../rule-sets.ts';
import { shown } from './shown.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = readFileSync(path.join(ROOT, 'docs/checks.md'), 'utf8');
const [, ...SECTIONS] = (DOCUMENT.split('\n## Findings\n')[1] ?? '').split('\n### ');
const TODAY = '2026-11-21';

/** Findings that take a rule set too large for a document. */
const WITHOUT_EXAMPLE = new Set(['not-proved', 'not-counted']);

const blocks = (text: string): string[] => [...text.matchAll(/```yaml\n(?:# file: .*\n)?([^`]*)```/g)].map((match) => match[1] ?? '');
const [falls = '', , mended = ''] = blocks(DOCUMENT);

/** The rule set of an example: its parts in place of those of the running example. */
function example(fragment: string): { readonly ruleSet: RuleSet; readonly findings: readonly Problem[] } {
  const text = stringify({ ...(parse(falls) as object), ...(parse(mended) as object), ...(parse(fragment) as object) });
  const { ruleSet, placeOf } = valueOf(readRuleSet(text, 'example.yaml'));
  return { ruleSet, findings: check(ruleSet, { placeOf, today: TODAY }).findings };
}

const sections = SECTIONS.map((section) => {
  const [code = '', ...lines] = section.split('\n');
  return { code: code as keyof typeof FINDINGS, text: lines.join('\n') };
});

test('every finding has its section, in the same order', () => {
  expect(sections.map(({ code }) => code)).toEqual(Object.keys(FINDINGS));
});

test('the running example has nothing to find once it is mended', () => {
  expect(example('{}').findings).toEqual([]);
});

test.each(sections)('$code says exactly when it is found', ({ text }) => {
  expect(text).toMatch(/\n(Error|Warning|Note)\. Found if and only if [^.]+\./);
});

describe.each(sections.filter(({ code }) => !WITHOUT_EXAMPLE.has(code)))('$code', ({ code, text }) => {
  test('is defined next to its check in the same words', () => {
    const plain = (words: string): string => words.replaceAll(/[\s*]+/g, ' ');
    const [definition = ''] = /if and only if [^.]+\./.exec(plain(text)) ?? [];
    const folder = path.join(ROOT, 'src/analysis/checks');
    const comments = readdirSync(folder).map((name) => plain(readFileSync(path.join(folder, name), 'utf8')));
    expect(comments.filter((comment) => comment.includes(`${code}: ${definition}`))).toHaveLength(1);
  });

  test('is found in its example, and the answers show it', () => {
    const [fragment = '', ...more] = blocks(text);
    expect(more).toEqual([]);
    const { ruleSet, findings } = example(fragment);
    const found = findings.filter((finding) => finding.code === code);
    expect(found).not.toEqual([]);
    expect(text.trimStart().toLowerCase().split('.')[0]).toBe(found[0]?.severity);
    expect(found.filter((finding) => !shown(ruleSet, finding))).toEqual([]);
  });
});
