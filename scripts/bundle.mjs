import path from 'node:path';
import { build } from 'esbuild';

/** CommonJS packages inside an ES module look for `require`. */
const REQUIRE = "import { createRequire as levelOfCareRequire } from 'node:module'; const require = levelOfCareRequire(import.meta.url);";

/**
 * The program and the library as ES modules, path to text. What only some commands need lies in files of its own, loaded when they run.
 * The metafile says which source went into which file.
 */
export async function bundle(root) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/batch-thread.ts', 'src/index.ts'],
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
