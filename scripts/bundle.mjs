import path from 'node:path';
import { build } from 'esbuild';
import { askForBuiltIns, mergeChunks } from './start.mjs';

/**
 * CommonJS packages inside an ES module look for `require`; all that is left to require are modules of Node. This program
 * starts no other, so `commander`, which could, gets nothing to start one with.
 */
const REQUIRE = "const require = (name) => (name === 'node:child_process' ? {} : globalThis.process.getBuiltinModule(name));";

/** What the program always loads, then what it loads for a command, then what it loads for `assess`, which is the first to be quick. */
const STARTS = ['src/main.ts', 'src/commands/program.ts', 'src/commands/assess.ts'];

/**
 * The program as ES modules, path to text. What only some commands need lies in files of its own, loaded when they run.
 * The metafile says which source went into which file.
 */
export async function bundleProgram(root) {
  const { files, metafile } = await mergeChunks(root, await bundle(root, ['src/main.ts', 'src/batch-thread.ts']), STARTS);
  return { files: files.map(([file, text]) => [file, askForBuiltIns(text)]), metafile };
}

/** The library. */
export async function bundleLibrary(root) {
  return (await bundle(root, ['src/index.ts'])).files;
}

async function bundle(root, entryPoints) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // `jsonc-parser` hides its parts from bundlers in its `main`.
    mainFields: ['module', 'main'],
    target: 'node20',
    banner: { js: REQUIRE },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
  });
  return { files: outputFiles.map((file) => [path.resolve(root, file.path), file.text]), metafile };
}

/** The script of the page that `rules map` writes, in one piece for a browser. */
export async function bundlePage(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/page/map.ts'],
    outdir: 'dist/page',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  return outputFiles.map((file) => [path.resolve(root, file.path), file.text]);
}

/** The part of the library that runs in a browser, in one piece that imports nothing. */
export async function bundleBrowser(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/browser.ts'],
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  return outputFiles.map((file) => [path.resolve(root, file.path), file.text]);
}
