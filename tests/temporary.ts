import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before all tests: one folder for all that they write for a while. After them it is removed. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'level-of-care-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
