import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { verdict } from '../../src/engine/verdict.ts';
import { CHROMIUM, rendered } from '../browser.ts';
import { values } from '../naive.ts';
import { adult } from '../rule-sets.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/level-of-care.js');
const file = path.join(mkdtempSync(path.join(tmpdir(), 'level-of-care-map-')), 'map.html');
const answers = {
  age: 'adult', safety: 'none', severity: 'moderate', detox: 'none', medical: 'stable', home: 'unsafe', support: 'none', motivation: 'ready', history: 'first', schedule: 'days',
};

describe('rules map', () => {
  test('writes one page that asks nothing of the network', async () => {
    const { exitCode, stdout } = await execa('node', [PROGRAM, 'rules', 'map', '--out', file]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    const page = readFileSync(file, 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?:src|href)=/);
  });

  test.skipIf(CHROMIUM === undefined)('shows in a browser what the engine says, cell by cell, and the rules behind one', { timeout: 60_000 }, async () => {
    const hash = new URLSearchParams({ rows: 'severity', columns: 'home', ...answers, cell: '1' });
    const page = await rendered(`${pathToFileURL(file).href}#${hash.toString()}`);
    const cells = [...page.matchAll(/<button id="cell-(\d)-(\d)"[^>]*><strong>([^<]*)<\/strong><small>([^<]*)/g)].map(([, x, y, level, urgency]) => ({ x, y, level, urgency }));
    const ruleSet = adult();
    const options = (id: string) => ruleSet.questions.filter((question) => question.id === id).flatMap(values);
    const expected = options('severity').flatMap((severity, y) =>
      options('home').map((home, x) => {
        const { level, urgency } = verdict(ruleSet, { ...answers, severity, home });
        return { x: String(x), y: String(y), level, urgency };
      }),
    );
    expect(cells).toEqual(expected);
    for (const rule of verdict(ruleSet, answers).decidedBy) expect(page).toContain(`<code>${rule}</code>`);
    expect(page).toContain('answer sets');
  });
});
