import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../cli/program.ts';

/** A copy of what is under version control, in another folder, with the same packages. */
async function copied(): Promise<string> {
  const folder = folderWith();
  const { stdout } = await execa('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of stdout.split('\n')) if (existsSync(path.join(ROOT, file))) cpSync(path.join(ROOT, file), path.join(folder, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Builds and packs; the digest of the package. */
async function packed(folder: string): Promise<string> {
  await execa('node', ['scripts/build.mjs', '--quiet'], { cwd: folder });
  const to = folderWith();
  await execa('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', to], { cwd: folder });
  const [file = ''] = readdirSync(to);
  return createHash('sha256').update(readFileSync(path.join(to, file))).digest('hex');
}

test('the package comes out the same twice, from the same sources in two folders (H47)', async () => {
  const [first, second] = [await packed(await copied()), await packed(await copied())];
  console.log(`npm pack: sha256:${first}`);
  expect(second).toBe(first);
});

test('the bill of materials names every package that is bundled, or that builds and tests it (H47)', async () => {
  const { stdout } = await execa('npm', ['run', '--silent', 'sbom'], { cwd: ROOT });
  const { components } = JSON.parse(stdout) as { components: readonly { name: string; version: string }[] };
  const notices = readFileSync(path.join(ROOT, 'dist/licences.txt'), 'utf8').match(/^\S+ \d+\.\d+\.\d+$/gm) ?? [];
  expect(notices.length).toBeGreaterThan(5);
  expect(notices.filter((notice) => !components.some(({ name, version }) => notice === `${name} ${version}`))).toEqual([]);
});
