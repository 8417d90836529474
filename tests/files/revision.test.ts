import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRevision, type Revision } from '../../src/files/revision.ts';
import type { Host } from '../../src/model/host.ts';
import { folderWith } from '../cli/folder.ts';

const folder = folderWith();
const ENV = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], { cwd: folder, env: ENV, stdio: 'ignore' });
}

function read(given: Partial<Revision>, { env = ENV, mostBytes = 100 }: { readonly env?: Record<string, string>; readonly mostBytes?: number } = {}) {
  return readRevision({ env } as unknown as Host, { revision: 'HEAD', path: 'rules/a.yaml', folder, ...given }, mostBytes);
}

async function codeOf(...given: Parameters<typeof read>): Promise<unknown> {
  const text = await read(...given);
  return text.ok ? text.value : text.problems.map(({ code }) => code).join();
}

beforeAll(() => {
  git('init');
  mkdirSync(path.join(folder, 'rules'));
  for (const text of ['first', 'second']) {
    writeFileSync(path.join(folder, 'rules/a.yaml'), text);
    git('add', '.');
    git('commit', '-m', text);
  }
  writeFileSync(path.join(folder, 'rules/a.yaml'), 'third, not committed');
  writeFileSync(path.join(folder, 'rules/latin.yaml'), Buffer.from([0xe9]));
  git('add', 'rules/latin.yaml');
  git('commit', '-m', 'latin');
  git('tag', 'v1', 'HEAD~2');
});

describe('a file in a revision', () => {
  test.each<[string, Partial<Revision>]>([
    ['first', { revision: 'v1' }],
    ['first', { revision: 'main~2' }],
    ['second', {}],
    ['second', { path: './a.yaml', folder: path.join(folder, 'rules') }],
    ['second', { folder: path.join(folder, 'rules') }],
  ])('%s', async (text, given) => {
    expect(await codeOf(given)).toBe(text);
  });

  test.each<[string, Partial<Revision>]>([
    ['unknown-revision', { revision: 'mian' }],
    ['unknown-revision', { revision: '' }],
    ['unknown-revision', { revision: '--output=/tmp/x' }],
    ['cannot-read', { path: 'rules/b.yaml' }],
    ['cannot-read', { path: 'rules' }],
    ['cannot-read', { revision: 'v1', path: 'rules/latin.yaml' }],
    ['not-utf-8', { path: 'rules/latin.yaml' }],
    ['no-git', { folder: folderWith() }],
  ])('%s', async (code, given) => {
    expect(await codeOf(given)).toBe(code);
  });

  test('larger than is read', async () => {
    expect(await codeOf({}, { mostBytes: 3 })).toBe('too-large');
  });

  test('without git', async () => {
    expect(await codeOf({}, { env: { PATH: '/nowhere' } })).toBe('no-git');
  });
});
