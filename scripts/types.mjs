import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** The types of the library, for those who import it: path to text. Only what its two entries lead to. */
export async function declarations(root, cache) {
  const folder = await mkdtemp(path.join(cache, 'types-'));
  try {
    // The build checks all types by itself.
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    await promisify(execFile)(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.library.json'), '--outDir', folder, '--noCheck'], { cwd: root });
    const found = new Map();
    await Promise.all(['index.ts', 'browser.ts'].map((entry) => follow(folder, entry, found)));
    return [...found].map(([file, text]) => [path.join(root, 'dist/types', file.replace(/\.ts$/, '.d.ts')), text]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads the declarations of a source file, and of what they import. The sources name one another as `x.ts`, and the package has no such files. */
async function follow(folder, file, found) {
  if (found.has(file)) return;
  found.set(file, '');
  const text = await readFile(path.join(folder, file.replace(/\.ts$/, '.d.ts')), 'utf8');
  found.set(file, text.replaceAll(/(from '\.[^']+)\.ts'/g, "$1.js'"));
  const imports = [...text.matchAll(/from '(\.[^']+\.ts)'/g)].map(([, name]) => path.join(path.dirname(file), name));
  await Promise.all(imports.map((name) => follow(folder, name, found)));
}
