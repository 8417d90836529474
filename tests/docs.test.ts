import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { agrees, commandsIn, folderFor, printed, read } from './console-blocks.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

describe.each(DOCUMENTS)('%s', (file) => {
  const document = read(file);

  test('links to files that exist', () => {
    const links = [...document.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => path.resolve(ROOT, path.dirname(file), match[1] ?? ''));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  const commands = commandsIn(document);
  test.runIf(commands.length > 0)('prints what it says it prints', { timeout: 120_000 }, async () => {
    const folder = folderFor(document);
    for (const { command, expected, line } of commands) {
      const actual = await printed(command, folder);
      expect(agrees(actual, expected) ? expected : actual, `${file}:${line}: $ ${command}`).toEqual(expected);
    }
  });
});

test.each(['README.md', 'docs/checks.md'])('the rule set with holes in %s is the one under tests', (file) => {
  expect(read(file)).toContain(`# file: falls.yaml\n${read('tests/fixtures/falls.yaml')}\`\`\``);
});
