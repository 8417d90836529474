import { existsSync, mkdtempSync } from 'node:fs';
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
export async function rendered(address: string): Promise<string> {
  const profile = mkdtempSync(path.join(tmpdir(), 'level-of-care-browser-'));
  const { stdout } = await execa(CHROMIUM ?? 'chromium', [...FLAGS, `--user-data-dir=${profile}`, '--dump-dom', address], { timeout: 60_000 });
  return stdout;
}
