import { expect, test } from 'vitest';
import { manualPage } from '../../src/report/manual.ts';

const page = manualPage({
  name: 'a-program',
  version: '1.2.3',
  description: 'does it',
  commands: [
    {
      usage: 'a-program go [options]',
      summary: 'go there',
      arguments: [{ term: 'where', text: '.hidden or not' }],
      flags: [{ term: '--way <way>', text: String.raw`a way, with \ and
      more` }],
      examples: ['a-program go --way home'],
    },
  ],
}).split('\n');

test('a manual page has the parts that people look for', () => {
  expect(page.filter((line) => line.startsWith('.SH'))).toEqual(['.SH NAME', '.SH SYNOPSIS', '.SH DESCRIPTION', '.SH COMMANDS', '.SH EXIT STATUS', '.SH ENVIRONMENT']);
  expect(page[0]).toBe('.TH A-PROGRAM 1 "" "a-program 1.2.3"');
  expect(page).toContain('Go there.');
  expect(page).toContain(String.raw`\fB$ a\-program go \-\-way home\fR`);
});

test('nothing in a text is taken for a command of the page', () => {
  expect(page).toContain(String.raw`\&.hidden or not`);
  expect(page.find((line) => line.startsWith('a way'))).toMatch(/^a way, with \\e and +more$/);
});
