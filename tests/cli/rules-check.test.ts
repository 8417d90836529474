import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';
import { violations } from './schemas.ts';

const SMALL = readFileSync(path.join(ROOT, 'tests/fixtures/small.yaml'), 'utf8');
const URGENT = `${SMALL}\nproperties:\n  - { id: low-totals-can-wait, when: { phq: { atMost: 9 } }, expect: { urgency: routine } }\n`;

/** Rule sets that are whole, with a warning, and with an error. */
const FILES = {
  'whole.yaml': URGENT,
  'warned.yaml': SMALL,
  'unreadable.yaml': URGENT.replace('because:', 'becuase:'),
  'broken.yaml': URGENT.replace('phq: { atLeast: 0 }', 'phq: { atLeast: 5 }'),
};

const check = (...args: string[]) => levelOfCare(['rules', 'check', ...args], { cwd: folderWith(FILES) });

describe('exit codes', () => {
  test.each([
    [['whole.yaml'], 0],
    [['whole.yaml', '--strict'], 0],
    [['warned.yaml'], 0],
    [['warned.yaml', '--strict'], 1],
    [['broken.yaml'], 1],
    [['whole.yaml', 'broken.yaml'], 1],
    [['--strict'], 0],
  ])('%j ends with %i', async (args, exitCode) => {
    expect(await check(...args)).toMatchObject({ exitCode, stderr: '' });
  });
});

describe('formats', () => {
  test('text says what is proved', async () => {
    const { stdout } = await check('whole.yaml', 'broken.yaml');
    expect(stdout).toContain('whole.yaml: 0 errors, 0 other findings\nproved over all 56 answer sets, in ');
    expect(stdout).toContain('  - 1 of 1 property holds: low-totals-can-wait\n');
    expect(stdout).toMatch(/\n {2}visits +\d+ /);
    expect(stdout).toMatch(/\n\nbroken\.yaml:\d+:\d+: no rule covers `phq: \d`\n/);
  });

  test('json is as the schema says', async () => {
    const { stdout } = await check('broken.yaml', 'warned.yaml', '--format', 'json');
    const printed = JSON.parse(stdout) as { files: readonly { proof: { answerSets: unknown } }[] };
    expect(await violations('rules-check', printed)).toEqual([]);
    expect(printed.files.map(({ proof }) => proof.answerSets)).toEqual([56, 56]);
  });

  test('sarif names the rule, the place and the answers of each finding', async () => {
    const { stdout, exitCode } = await check('broken.yaml', '--format', 'sarif');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'level-of-care' } },
          results: expect.arrayContaining([
            expect.objectContaining({
              ruleId: 'gap',
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'broken.yaml' }, region: expect.objectContaining({ startColumn: 1 }) as unknown } }],
              properties: { answers: { phq: expect.any(Number) as number, home: 'steady' } },
            }),
          ]) as unknown,
        },
      ],
    });
  });

  test('github annotates the line', async () => {
    const { stdout } = await check('broken.yaml', '--format', 'github');
    expect(stdout).toMatch(/^::error file=broken\.yaml,line=\d+,col=1,title=gap::no rule covers `phq: \d`%0Aanswers: \{ phq: \d, home: steady \}%0Ahelp: /m);
    expect(stdout).toMatch(/\nbroken\.yaml: 1 error, 0 other findings$/);
  });

  test.each(['json', 'sarif', 'github'])('%s tells of a file that holds no rule set beside the findings of others', async (format) => {
    const { exitCode, stdout, stderr } = await check('broken.yaml', 'unreadable.yaml', '--format', format);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    expect(stdout).toContain('gap');
    expect(stdout).toContain('missing-key');
  });

  test('another format is refused', async () => {
    expect(await check('--format', 'xml')).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
