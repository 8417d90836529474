import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isVisible } from '../src/messages/visible.ts';
import { folderWith } from './cli/folder.ts';
import { type Ended, ROOT } from './cli/program.ts';

/** A way for a text to come in: as a file whose name ends in one of these ways, or, without any, on standard input. */
export interface Entrance {
  readonly what: string;
  readonly args: (file: string) => readonly string[];
  readonly endings: readonly string[];
}

/** As JSON, which is read much faster: it is read again for every text. */
const SMALL = path.join(folderWith({ 'small.json': JSON.stringify(parse(readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8'))) }), 'small.json');

/** Every way into the program for one text that is not what is asked for; records in bulk have tests of their own. */
export const ENTRANCES: readonly Entrance[] = [
  { what: 'an answers file', args: (file) => ['assess', '--answers', file], endings: ['', '.json', '.yaml'] },
  { what: 'answers on standard input', args: () => ['assess', '--answers', '-'], endings: [] },
  { what: 'lines of an interview', args: () => ['assess', '--rules', SMALL], endings: [] },
  { what: 'a rules file', args: (file) => ['rules', 'check', file], endings: ['.yaml'] },
  { what: 'the rules file of `assess`', args: (file) => ['assess', '--rules', file, '--severity', 'mild'], endings: ['.yaml'] },
  { what: 'an old version of the rules', args: (file) => ['rules', 'diff', file, SMALL], endings: ['.yaml'] },
  { what: 'a cases file', args: (file) => ['rules', 'test', file], endings: ['.yaml'] },
  { what: 'a file with a case a line', args: (file) => ['rules', 'test', '--rules', SMALL, file], endings: ['.ndjson'] },
];

/** What is not as it should be after bad input: refused, nothing on standard output, a word of why, nothing harmful in it. */
export function broken({ exitCode, stdout, stderr }: Ended, what: string): readonly string[] {
  return [
    ...(exitCode === 2 ? [] : [`${what}: exit code ${exitCode}`]),
    ...(stdout === '' ? [] : [`${what}: something on standard output`]),
    ...(stderr === '' ? [`${what}: no word of why`] : []),
    ...harm(stderr, what),
  ];
}

/** A stack, or lines with characters that act on a terminal. */
export function harm(output: string, what: string): readonly string[] {
  const acting = output.split('\n').filter((line) => !isVisible(line));
  const stack = /^ +at .*:\d+|something went wrong/m.test(output) ? ['a stack'] : [];
  return [...acting, ...stack].map((found) => `${what}: ${JSON.stringify(found)}`);
}
