import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeNewFiles } from '../../src/files/new-files.ts';
import { InvalidInput } from '../../src/model/problem.ts';
import type { Host } from '../../src/model/host.ts';
import { folderWith } from '../cli/folder.ts';

test('when one file cannot be written, none is left', async () => {
  const cwd = folderWith();
  const files = new Map([['a.yaml', 'a'], ['nowhere/b.yaml', 'b']]);
  const error: unknown = await writeNewFiles({ cwd } as Host, files).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidInput);
  expect((error as InvalidInput).problems).toMatchObject([{ code: 'cannot-write', message: expect.stringContaining('nowhere/b.yaml') as string }]);
  expect(readdirSync(cwd)).toEqual([]);
});

test('a file that came in the meantime is not overwritten, and none of ours is left', async () => {
  const cwd = folderWith();
  const texts = new Map([['a.yaml', 'a'], ['b.yaml', 'b'], ['./b.yaml', 'c']]);
  await expect(writeNewFiles({ cwd } as Host, texts)).rejects.toThrow(InvalidInput);
  expect(readdirSync(cwd)).toEqual([]);
});
