const { writeFileSync } = require('node:fs');

/** Writes down every file that the program has loaded. */
process.on('exit', () => writeFileSync(process.env.LOADED_FILES, Object.keys(require.cache).join('\n')));
