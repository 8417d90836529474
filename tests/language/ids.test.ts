import path from 'node:path';
import { expect, test } from 'vitest';
import { checkIds } from '../../src/language/ids.ts';
import { Page } from '../../src/language/page.ts';
import { onSource } from '../cli/on-source.ts';
import { problemsIn } from './small.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const QUESTIONS = new Set(['pain', 'time']);

function isRefused(kind: string, id: string): boolean {
  const page = new Page(id, 'a.yaml');
  checkIds(page, kind, [{ id, start: 0 }]);
  return problemsIn(page.refused()).includes('1:1 reserved-id');
}

test('no question can have the id of a flag of `assess`', async () => {
  const { stdout } = await onSource(['assess', '--help', '--rules', 'tests/fixtures/problems/valid.yaml'], REPOSITORY);
  const flags = [...stdout.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, flag = '']) => flag).filter((flag) => !QUESTIONS.has(flag));
  expect(flags).toEqual(expect.arrayContaining(['answers', 'json', 'rules', 'help']));
  expect(flags.filter((flag) => !isRefused('question', flag))).toEqual([]);
});

test.each(['id', 'line', 'level', 'urgency', 'all', 'any', 'not', 'count', 'not-sure', 'explain', 'no-way', 'constructor'])('no question can have the id %s', (id) => {
  expect(isRefused('question', id)).toBe(true);
});

test('other things may have the ids of flags, and an option only not `not-sure`', () => {
  expect([isRefused('rule', 'json'), isRefused('option', 'json'), isRefused('level', 'not-sure')]).toEqual([false, false, false]);
  expect([isRefused('option', 'not-sure'), isRefused('option', 'constructor'), isRefused('level', 'prototype')]).toEqual([true, true, true]);
});
