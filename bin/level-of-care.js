#!/usr/bin/env node
const { existsSync } = require('node:fs');

const main = `${__dirname}/../dist/main.cjs`;
if (existsSync(main)) {
  require(main);
} else {
  process.stderr.write('level-of-care is not built yet: run `npm ci && npm run build` in its folder.\n');
  process.exitCode = 2;
}
