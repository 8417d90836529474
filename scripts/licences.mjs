import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The licence texts of every package that the bundle holds a part of. */
export async function licences(root, sources) {
  const packages = new Set(Object.values(sources).flat().flatMap((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const parts = await Promise.all([...packages].sort().map((folder) => licenceOf(path.join(root, folder))));
  return parts.join('\n\n');
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : await readFile(path.join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
}
