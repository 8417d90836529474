import path from 'node:path';
import { rolldown } from 'rolldown';

/**
 * What the program loads together, in this order: for everything, for a command, for `assess`, for the interview, for the
 * check of a rule set. A file for each, since every file that is loaded takes time, and so does what is in it for nothing.
 */
const TOGETHER = {
  start: ['src/main.ts'],
  program: ['src/commands/program.ts'],
  assess: ['src/commands/assess.ts'],
  interview: ['src/commands/ask.ts', 'src/interview/interview.ts', 'src/interview/ask-inquirer.ts'],
  check: ['src/commands/rules-check.ts'],
};

/**
 * The program, path to text, and which sources went into which file. It is CommonJS, which starts sooner than ES modules;
 * what only some commands need lies in files of its own, loaded when they run.
 */
export async function bundleProgram(root) {
  const input = { main: 'src/main.ts', 'batch-thread': 'src/batch-thread.ts' };
  const homes = new Map();
  const name = (id, context) => {
    if (homes.size === 0) for (const [home, entries] of Object.entries(TOGETHER)) for (const entry of entries) settle(path.resolve(root, entry), home, homes, context);
    // `main.ts` runs when it is loaded, so nothing that threads load may lie with it.
    return id === path.join(root, 'src/main.ts') ? null : (homes.get(id) ?? null);
  };
  const chunks = await bundle(root, { input, plugins: [noProcesses], preserveEntrySignatures: 'allow-extension' }, {
    dir: path.join(root, 'dist'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name, debugName: 'together' }] },
  });
  const sources = Object.fromEntries(chunks.map(({ fileName, moduleIds }) => [`dist/${fileName}`, moduleIds.map((id) => path.relative(root, id))]));
  return { files: chunks.map(({ fileName, code }) => [path.join(root, 'dist', fileName), code]), sources };
}

/** Sends a module, and all that it imports, to where it is loaded first. */
function settle(id, home, homes, context) {
  if (homes.has(id) || context.getModuleInfo(id) === null) return;
  homes.set(id, home);
  for (const imported of context.getModuleInfo(id).importedIds) settle(imported, home, homes, context);
}

/** Packages that could start other programs, or an editor, get nothing to start one with: this program starts none for them. */
const noProcesses = {
  name: 'no-processes',
  resolveId: (id, importer = '') => (/child_process$|external-editor$/.test(id) && importer.includes('node_modules') ? '\0no-processes' : null),
  load: (id) => (id === '\0no-processes' ? 'module.exports = {};' : null),
};

/** The library. */
export async function bundleLibrary(root) {
  return inOneFolder(root, 'dist', { input: { index: 'src/index.ts' } }, { format: 'esm', chunkFileNames: 'library-[name]-[hash].js' });
}

/** The part of the library that runs in a browser, in one piece that imports nothing. */
export async function bundleBrowser(root) {
  return inOneFolder(root, 'dist', { input: { browser: 'src/browser.ts' }, platform: 'browser' }, { format: 'esm', codeSplitting: false });
}

/** The script of the page that `rules map` writes, in one piece for a browser. */
export async function bundlePage(root) {
  return inOneFolder(root, 'dist/page', { input: { map: 'src/page/map.ts' }, platform: 'browser' }, { format: 'iife' });
}

/** Parts of the sources, exported by statements that name them from the root; packages are left to be imported. */
export async function bundleParts(root, statements) {
  const entry = path.join(root, 'parts.ts');
  const parts = { name: 'parts', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? statements : null) };
  const [chunk] = await bundle(root, { input: entry, external: /^[^./]/, plugins: [parts] }, { format: 'esm', codeSplitting: false, minify: false });
  return chunk.code;
}

async function inOneFolder(root, folder, input, output) {
  const chunks = await bundle(root, input, output);
  return chunks.map(({ fileName, code }) => [path.join(root, folder, fileName), code]);
}

/** Bundles without writing anything. A warning is a mistake. */
async function bundle(root, input, output) {
  const build = await rolldown({
    cwd: root,
    platform: 'node',
    // `jsonc-parser` hides its parts from bundlers in its `main`.
    resolve: { mainFields: ['module', 'main'] },
    onLog: (_, { message }) => {
      throw new Error(message);
    },
    ...input,
  });
  try {
    const { output: chunks } = await build.generate({ minify: true, comments: { legal: false }, ...output });
    return chunks;
  } finally {
    await build.close();
  }
}
