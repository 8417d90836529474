import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { problemsText } from '../../src/report/problems.ts';

const problem: Problem = {
  code: 'unknown-option',
  severity: 'error',
  message: 'there is no option `mildd`',
  help: 'did you mean `mild`?',
  place: { file: 'a.yaml', line: 3, column: 13, text: '  severity: mildd' },
};

test('a problem has its place, its line with a caret, and its help', () => {
  expect(problemsText([problem])).toBe(
    ['a.yaml:3:13: there is no option `mildd`', '    severity: mildd', '              ^', '  help: did you mean `mild`?', ''].join('\n'),
  );
});

test('a problem without a place is introduced by what it is', () => {
  expect(problemsText([{ code: 'empty', severity: 'error', message: 'nothing' }])).toBe('error: nothing\n');
});

test('a warning says that it is one', () => {
  expect(problemsText([{ ...problem, severity: 'warning' }])).toMatch(/^a\.yaml:3:13: warning: /);
});

test('all problems come, in order', () => {
  expect(problemsText([problem, { ...problem, message: 'second' }]).match(/^a\.yaml/gm)).toHaveLength(2);
});

test('a witness can be pasted into a case', () => {
  const text = problemsText([{ ...problem, witness: { phq: 3, home: 'unsafe', goals: ['relief', 'skills'] } }]);
  expect(text).toContain('\n  answers: { phq: 3, home: unsafe, goals: [relief, skills] }\n');
});

/** The character above the caret. */
function pointedAt(text: string, column: number): string {
  const [, line = '', caret = ''] = problemsText([{ ...problem, place: { file: 'a', line: 1, column, text } }]).split('\n');
  expect(line.length).toBeLessThanOrEqual(80);
  return line.charAt(caret.indexOf('^'));
}

test.each([
  ['a short line', 'abcXdef', 4],
  ['the start of a long line', `X${'a'.repeat(500)}`, 1],
  ['the middle of a long line', `${'a'.repeat(300)}X${'b'.repeat(300)}`, 301],
  ['the end of a long line', `${'a'.repeat(500)}X`, 501],
  ['a line with tabs', '\t\tX', 3],
  ['a line with control characters', 'a\u001b[31mX', 7],
])('the caret points at the place in %s', (_what, text, column) => {
  expect(pointedAt(text, column)).toBe('X');
});

test('wide characters before the place take two columns', () => {
  const [, , caret] = problemsText([{ ...problem, place: { file: 'a', line: 1, column: 3, text: '日本X' } }]).split('\n');
  expect(caret).toBe(`  ${' '.repeat(4)}^`);
});

test('a place past the end of the line is after its last character', () => {
  const [, line, caret] = problemsText([{ ...problem, place: { file: 'a', line: 1, column: 4, text: 'abc' } }]).split('\n');
  expect({ line, caret }).toEqual({ line: '  abc', caret: '     ^' });
});

test('nothing from outside reaches the screen as it is', () => {
  const nasty = '\u001b]0;x\u0007\u202e';
  const text = problemsText([{ ...problem, message: nasty, help: nasty, place: { file: nasty, line: 1, column: 2, text: nasty }, witness: { [nasty]: nasty } }]);
  expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
});
