/**
 * Builds the program and the library into `dist/`: checks the types, bundles the sources, compiles the rule sets to
 * validated JSON, and writes the declarations of the library. The manual page, in `man/`, is printed by what was built.
 * A file that comes out as it is already is left alone, so a build beside a running program does not disturb it.
 *
 *   node scripts/build.mjs [--quiet]
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleBrowser, bundleLibrary, bundlePage, bundleProgram } from './bundle.mjs';
import { compileRuleSets } from './compile.mjs';
import { licences } from './licences.mjs';
import { declarations } from './types.mjs';

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
  const parts = [bundleProgram(ROOT), bundleLibrary(ROOT), bundleBrowser(ROOT), bundlePage(ROOT), compileRuleSets(ROOT, CACHE), declarations(ROOT, CACHE)];
  const [, { files, sources }, ...others] = await Promise.all([checkTypes(), ...parts]);
  const all = new Map([...files, ...others.flat(), [path.join(DIST, 'licences.txt'), await licences(ROOT, sources)]]);
  await Promise.all([...all].map(([file, text]) => replace(file, text)));
  await replace(path.join(CACHE, 'sources.json'), JSON.stringify(sources));
  await removeOthers(all);
  await replace(path.join(ROOT, 'man/level-of-care.1'), await manual());
}

/** The manual page, as the program just built prints it. */
async function manual() {
  const program = path.join(ROOT, 'bin/level-of-care.js');
  return (await promisify(execFile)(process.execPath, [program, 'manual'], { env: { LANG: 'C' } })).stdout;
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
  const unfinished = path.join(CACHE, `${process.pid}-${path.relative(ROOT, file).replaceAll(path.sep, '-')}`);
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

/** Removes from `dist/` what an earlier build left there. */
async function removeOthers(files) {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const there = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(there.filter((file) => !files.has(file)).map((file) => rm(file, { force: true })));
}
