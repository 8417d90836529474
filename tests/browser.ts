import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';

/** A Chromium on this machine, or the one named in `CHROMIUM`; undefined when there is none and browser tests are skipped. */
export const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file !== undefined && existsSync(file),
);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--virtual-time-budget=4000',
];

/** The document that a page becomes once its scripts have run. */
export async function rendered(address: string, ...flags: readonly string[]): Promise<string> {
  const { stdout } = await run('--dump-dom', ...flags, address);
  return stdout;
}

/** How many sheets a page takes on paper. */
export async function sheets(address: string): Promise<number> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'level-of-care-paper-')), 'page.pdf');
  await run('--no-pdf-header-footer', `--print-to-pdf=${file}`, address);
  return readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function run(...flags: readonly string[]): Promise<{ readonly stdout: string }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'level-of-care-browser-'));
  return execa(CHROMIUM ?? 'chromium', [...FLAGS, `--user-data-dir=${profile}`, ...flags], { timeout: 60_000 });
}
