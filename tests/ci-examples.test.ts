import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { read } from './console-blocks.ts';
import { BIN } from './cli/program.ts';

/** The steps of the workflow and the hooks of pre-commit in `docs/ci.md`, run in a repository as they are meant for. */

const blocks = new Map([...read('docs/ci.md').matchAll(/^```yaml\n# file: (\S+)\n(.*?)^```$/gms)].map(([, file = '', text = '']) => [file, text]));

interface Workflow {
  readonly jobs: { readonly rules: { readonly steps: readonly { readonly run?: string }[] } };
}

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string; readonly pass_filenames?: boolean }[] }[];
}

/** `npx level-of-care`, without what npm adds, among the commands of a folder of their own. */
async function repository(summary = '/dev/null'): Promise<(command: string) => Promise<number | undefined>> {
  const bin = mkdtempSync(path.join(tmpdir(), 'level-of-care-bin-'));
  symlinkSync(BIN, path.join(bin, 'level-of-care'));
  writeFileSync(path.join(bin, 'npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  const cwd = mkdtempSync(path.join(tmpdir(), 'level-of-care-ci-'));
  mkdirSync(path.join(cwd, 'rules'));
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
  const run = async (command: string): Promise<number | undefined> => (await execa('sh', ['-c', command], { cwd, env, reject: false, stdin: 'ignore' })).exitCode;
  const git = 'git -c user.name=a -c user.email=a@example.org';
  expect(await run(`level-of-care rules init rules/my-clinic.yaml && git init -q -b main && ${git} add . && ${git} commit -qm first && git update-ref refs/remotes/origin/main HEAD`)).toBe(0);
  return run;
}

const weaken = "sed -i.bak 's/atLeast: much }, home: unsafe/atLeast: extreme }, home: unsafe/' rules/my-clinic.yaml";

test('the workflow passes without a change, and stops one that lowers', async () => {
  const { jobs } = parse(blocks.get('.github/workflows/rules.yml') ?? '') as Workflow;
  const steps = jobs.rules.steps.flatMap(({ run }) => (run === undefined || run.startsWith('npm ci') ? [] : run));
  expect(steps).toHaveLength(3);
  const summary = path.join(mkdtempSync(path.join(tmpdir(), 'level-of-care-summary-')), 'summary.md');
  const run = await repository(summary);
  const codes = async (): Promise<unknown> => Promise.all(steps.map(run));
  expect(await codes()).toEqual([0, 0, 0]);
  await run(weaken);
  writeFileSync(summary, '');
  expect(await codes()).toEqual([0, 1, 1]);
  expect(readFileSync(summary, 'utf8')).toMatch(/LOWERED|lowered/);
});

test('the hooks of pre-commit run, and stop a rule set that breaks its cases', async () => {
  const { repos } = parse(blocks.get('.pre-commit-config.yaml') ?? '') as PreCommit;
  const hooks = repos.flatMap((repo) => repo.hooks);
  expect(hooks.map(({ files }) => new RegExp(files, 'u').test('rules/my-clinic.yaml'))).toEqual([true, true, true]);
  const run = await repository();
  const codes = async (): Promise<unknown> => Promise.all(hooks.map(({ entry, pass_filenames: passed = true }) => run(`${entry}${passed ? ' rules/my-clinic.yaml' : ''}`)));
  expect(await codes()).toEqual([0, 0, 0]);
  await run(weaken);
  expect(await codes()).toEqual([0, 1, 0]);
});
