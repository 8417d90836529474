#!/usr/bin/env node
// An import of `node:fs` would read all of its parts, which every start would have to wait for.
const { existsSync } = process.getBuiltinModule('node:fs');

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('level-of-care is not built yet: run `npm ci && npm run build` in its folder.\n');
  process.exitCode = 2;
}
