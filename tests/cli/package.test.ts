import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { BIN, built, MODERATE, ROOT } from './program.ts';

const INPUT = JSON.stringify(MODERATE);
const ARGS = ['assess', '--answers', '-', '--json'];

test('runs from any folder', async () => {
  const { stdout } = await built(ARGS, { input: INPUT, cwd: folderWith() });
  expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
});

test('runs through a link', async () => {
  const link = path.join(folderWith(), 'level-of-care');
  symlinkSync(BIN, link);
  const { stdout } = await execa(link, ARGS, { input: INPUT, cwd: path.dirname(link) });
  expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
});

test('says so when it is not built', async () => {
  const folder = folderWith({ 'package.json': '{"type":"module"}' });
  mkdirSync(path.join(folder, 'bin'));
  cpSync(path.dirname(BIN), path.join(folder, 'bin'), { recursive: true });
  const { exitCode, stdout, stderr } = await execa(process.execPath, [path.join(folder, 'bin/level-of-care.js')], { reject: false });
  expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('npm run build') as string });
});

// Slow: it packs and installs the package, as its users do.
test('runs after `npm pack` and `npm install -g` into an empty prefix', { timeout: 180_000 }, async () => {
  const [folder, prefix] = [folderWith(), folderWith()];
  await execa('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
  await execa('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', '-g', '--prefix', prefix, path.join(folder, 'level-of-care-1.0.0.tgz')]);
  const installed = path.join(prefix, 'bin/level-of-care');
  const { stdout } = await execa(installed, ARGS, { input: INPUT, cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
  expect((await execa(installed, ['rules', 'test'], { cwd: folder })).stdout).toContain(', 0 failed');
});
