/**
 * Makes the program start sooner. Each file that a program loads costs it time, and so does each module of Node that it
 * imports; a bundle that is split for many commands has a lot of both.
 */
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Merges files that are loaded together: for each of the entries in turn, all that it imports and that no earlier file has
 * goes into one. Takes and gives back the files of a build with splitting, path to text, with its metafile.
 */
export async function mergeChunks(root, { files, metafile }, entries) {
  const outputs = { ...metafile.outputs };
  // As the metafile has them: from the root, with slashes.
  const texts = new Map(files.map(([file, text]) => [path.relative(root, file).replaceAll(path.sep, '/'), text]));
  const homes = homesOf(outputs, entries);
  for (const home of new Set(Array.from(homes.values(), ({ file }) => file))) {
    const chunks = [...homes.keys()].filter((chunk) => homes.get(chunk).file === home);
    texts.set(home, await merged(chunks, texts));
    outputs[home] = { inputs: Object.assign({}, ...chunks.map((chunk) => outputs[chunk].inputs)) };
  }
  for (const chunk of homes.keys()) {
    texts.delete(chunk);
    delete outputs[chunk];
  }
  return { files: Array.from(texts, ([file, text]) => [path.join(root, file), withHomes(text, homes)]), metafile: { ...metafile, outputs } };
}

/** Asks Node for its modules instead of importing them: an import of `node:fs` reads its streams too, needed or not. */
export function askForBuiltIns(text) {
  return text.replaceAll(/import(\{[^}]*\}|\s[\w$]+ |\*as [\w$]+ )from"(node:[\w/]+)";/g, (_, names, module) => {
    const wanted = names.replace('*as ', '').replaceAll(' as ', ':').trim();
    return `const ${wanted}=globalThis.process.getBuiltinModule("${module}");`;
  });
}

/** For each file that is merged into another: into which, and under what name its exports stand there. */
function homesOf(outputs, entries) {
  const homes = new Map();
  for (const [place, entry] of entries.entries()) {
    const chunk = Object.keys(outputs).find((file) => outputs[file].entryPoint === entry);
    for (const each of importedBy(outputs, chunk)) {
      // What nothing may import, since it runs when it is loaded, stays a file of its own.
      if (each !== 'dist/main.js' && !homes.has(each)) homes.set(each, { file: `dist/start-${place}.js`, name: path.basename(each, '.js').replaceAll('-', '_') });
    }
  }
  return homes;
}

/** The file, and all that it imports when it is loaded; what is imported stands first. */
function importedBy(outputs, file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = outputs[file].imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return [...imports.flatMap((each) => importedBy(outputs, each.path, seen)), file];
}

/** One file that exports each chunk as an object. */
async function merged(chunks, texts) {
  const isHere = (file) => chunks.includes(`dist/${file}`);
  const chunksOnly = {
    name: 'chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path: file }) => (isHere(path.basename(file)) ? { path: path.basename(file), namespace: 'chunk' } : { path: file, external: true }));
      onLoad({ filter: /./, namespace: 'chunk' }, ({ path: file }) => ({ contents: texts.get(`dist/${file}`) }));
    },
  };
  const contents = chunks.map((chunk) => `export * as ${path.basename(chunk, '.js').replaceAll('-', '_')} from './${path.basename(chunk)}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    write: false,
    plugins: [chunksOnly],
  });
  return outputFiles[0].text;
}

/** The text with merged files imported from where they are now. */
function withHomes(text, homes) {
  const homeOf = (file) => homes.get(`dist/${file}`);
  let count = 0;
  return text
    .replaceAll(/import(?:\{([^}]*)\}from)?"\.\/([\w-]+\.js)";/g, (statement, names, file) => {
      const home = homeOf(file);
      if (home === undefined) return statement;
      const from = `"./${path.basename(home.file)}";`;
      if (names === undefined) return `import${from}`;
      count += 1;
      return `import{${home.name} as home_${count}}from${from}const{${names.replaceAll(' as ', ':')}}=home_${count};`;
    })
    .replaceAll(/import\("\.\/([\w-]+\.js)"\)/g, (call, file) => {
      const home = homeOf(file);
      return home === undefined ? call : `import("./${path.basename(home.file)}").then(({${home.name}})=>${home.name})`;
    });
}
