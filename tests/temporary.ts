import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before all tests: one folder for all that they write for a while. After them it is removed. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'level-of-care-'));
  // A database of the tests runs as a user of its own, who must get to its folder.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
