import { appendFileSync } from 'node:fs';

/** Writes down every module that the program loads. */
export async function load(url, context, nextLoad) {
  appendFileSync(process.env.LOADED_MODULES, `${url}\n`);
  return nextLoad(url, context);
}
