/**
 * Builds the program into `dist/`: checks the types, bundles `src/main.ts`, and compiles the rule sets to validated JSON.
 * A file that comes out as it is already is left alone, so a build beside a running program does not disturb it.
 *
 *   node scripts/build.mjs [--quiet]
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundle, bundlePage } from './bundle.mjs';
import { compileRuleSets } from './compile.mjs';
import { licences } from './licences.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
/** For files that are not finished; on the same disk as `dist/`, so that each moves into place in one step. */
const CACHE = path.join(ROOT, 'node_modules/.cache/level-of-care');

try {
  const start = performance.now();
  await build();
  if (!process.argv.includes('--quiet')) console.log(`built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
} catch (error) {
  // The message says what is wrong in the sources; where in this script it was noticed is of no use.
  console.error(`the build failed: ${error.message}`);
  process.exitCode = 1;
}

async function build() {
  await mkdir(CACHE, { recursive: true });
  const [, { files, metafile }, page, compiled] = await Promise.all([checkTypes(), bundle(ROOT), bundlePage(ROOT), compileRuleSets(ROOT, CACHE)]);
  const all = new Map([...files, ...page, ...compiled, [path.join(DIST, 'licences.txt'), await licences(ROOT, metafile)]]);
  await Promise.all([...all].map(([file, text]) => replace(file, text)));
  await replace(path.join(CACHE, 'metafile.json'), JSON.stringify(metafile));
  await removeOthers(all);
}

async function checkTypes() {
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', ROOT, '--pretty', 'false'], { cwd: ROOT }).catch(({ stdout, stderr }) => {
    throw new Error(`the types do not fit\n${stdout}${stderr}`);
  });
}

async function replace(file, text) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = path.join(CACHE, `${process.pid}-${path.basename(file)}`);
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

/** Removes from `dist/` what an earlier build left there. */
async function removeOthers(files) {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const there = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(there.filter((file) => !files.has(file)).map((file) => rm(file, { force: true })));
}
