import { expect, test } from 'vitest';
import { annotation } from '../../../src/report/annotation.ts';
import { casesGithub } from '../../../src/report/cases/github.ts';
import { casesJunit } from '../../../src/report/cases/junit.ts';
import type { CaseResult, CaseRun } from '../../../src/report/cases/run.ts';
import { casesText } from '../../../src/report/cases/text.ts';

function failing(fired: CaseResult['fired']): CaseRun {
  const place = { file: 'a.yaml', line: 7, column: 5, text: '  - name: it' };
  const result: CaseResult = { case: { name: 'it', answers: {}, expect: {}, tags: [], place }, differences: [{ of: 'level', expected: 'php', received: null }], status: 'decided', fired };
  return { results: [result], notRun: [] };
}

test('where no rule fired, every format says so', () => {
  const run = failing([]);
  expect(casesText(run).split('\n')).toContain('  no rule fired');
  expect(casesGithub(run)).toContain('%0Arules that fired: none\n');
  expect(casesJunit(run, '2026-11-21')).toContain('rules that fired: none<');
});

test('a rule that asked for no level, out of scope, is told with its urgency', () => {
  const run = failing([{ rule: 'danger', level: null, urgency: 'urgent' }]);
  for (const text of [casesText(run), casesGithub(run), casesJunit(run, '2026-11-21')]) expect(text).toContain('danger (no level, urgent)');
});

test('an annotation without a place stands beside no file', () => {
  expect(annotation('warning', 'a title', ['one line', 'two'])).toBe('::warning title=a title::one line%0Atwo\n');
});
