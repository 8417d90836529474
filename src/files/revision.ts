import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Host } from '../model/host.ts';
import type { Problem, Read } from '../model/problem.ts';
import { refused, systemCode } from './failure.ts';
import { decode } from './utf-8.ts';

/** A file as it was in a git revision. */
export interface Revision {
  /** Anything that git takes for a commit, such as `HEAD~1`, `main` or `v1.2.0`. */
  readonly revision: string;
  /** From the top of the repository; from `folder` when it starts with `./`. */
  readonly path: string;
  /** A folder of the repository. */
  readonly folder: string;
}

/** The text of a file in a git revision. Asks git, without a shell, and reads only what is there already. */
export async function readRevision(host: Host, { revision, path, folder }: Revision, mostBytes: number): Promise<Read<string>> {
  const name = `${revision}:${path}`;
  // Without a name, git would take what is staged; with a dash, the name for a flag.
  if (revision === '' || revision.startsWith('-')) return refused(unknownRevision(revision));
  const git = (...args: readonly string[]): Promise<{ readonly stdout: Buffer }> =>
    promisify(execFile)('git', [...args], {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: mostBytes,
      // A partial clone would otherwise fetch what it lacks: nothing here uses the network.
      env: { ...host.env, GIT_NO_LAZY_FETCH: '1' },
    });
  try {
    const { stdout } = await git('cat-file', 'blob', name);
    return decode(stdout, name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return refused(noGit('`git` cannot be run', 'install git, or name a file instead of a revision'));
    if (systemCode(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return refused(tooLarge(name, mostBytes));
    const works = (...args: readonly string[]): Promise<boolean> => git(...args).then(() => true, () => false);
    if (!(await works('rev-parse', '--git-dir'))) {
      return refused(noGit('this folder is in no git repository, or in one that git does not trust', 'name two files, or call it from within the repository'));
    }
    if (!(await works('rev-parse', '--verify', '--quiet', `${revision}^{tree}`))) return refused(unknownRevision(revision));
    return refused({ code: 'cannot-read', severity: 'error', message: `there is no file \`${path}\` in revision \`${revision}\``, help: PATHS });
  }
}

const PATHS = 'a path after the colon starts from the top of the repository; one with `./` before it, from this folder';

function noGit(message: string, help: string): Problem {
  return { code: 'no-git', severity: 'error', message, help };
}

function unknownRevision(revision: string): Problem {
  return { code: 'unknown-revision', severity: 'error', message: `git knows no revision \`${revision}\``, help: 'a branch, a tag or a commit, such as `main` or `HEAD~1`; a shallow clone may lack it' };
}

function tooLarge(name: string, mostBytes: number): Problem {
  return { code: 'too-large', severity: 'error', message: `\`${name}\` is larger than ${mostBytes / 1024 / 1024} MiB` };
}
