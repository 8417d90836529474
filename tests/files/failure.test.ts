import { describe, expect, test } from 'vitest';
import { cannotRead, cannotWrite } from '../../src/files/failure.ts';

const failing = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('why a file could not be read, or written', () => {
  test.each([
    ['ENOENT', 'there is no file `a.yaml`', 'there is no folder for `a.yaml`'],
    ['ENOTDIR', 'there is no file `a.yaml`', 'there is no file `a.yaml`'],
    ['EISDIR', '`a.yaml` is a folder, not a file', '`a.yaml` is a folder, not a file'],
    ['EACCES', '`a.yaml` may not be read', '`a.yaml` may not be written'],
    ['EPERM', '`a.yaml` may not be read', '`a.yaml` may not be written'],
    ['EROFS', '`a.yaml` may not be read', '`a.yaml` may not be written'],
    ['ENOSPC', 'no space is left to write `a.yaml`', 'no space is left to write `a.yaml`'],
    ['EMFILE', '`a.yaml` cannot be used as a file (EMFILE)', '`a.yaml` cannot be used as a file (EMFILE)'],
  ])('%s', (code, read, written) => {
    expect(cannotRead('a.yaml', failing(code))).toMatchObject({ code: 'cannot-read', message: read });
    expect(cannotWrite('a.yaml', failing(code))).toMatchObject({ code: 'cannot-write', message: written });
  });

  test.each([new Error('no code'), Object.assign(new Error('odd'), { code: 7 }), 'thrown', undefined])('what has no code of the system: %j', (error) => {
    expect(cannotRead('a.yaml', error).message).toBe('`a.yaml` cannot be used as a file (unknown reason)');
  });
});
