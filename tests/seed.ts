import fc from 'fast-check';

/** Random tests draw the same in every run, so that what one run finds the next one finds too; `SEED` draws otherwise. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_121) });
