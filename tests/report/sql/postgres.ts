import { execFile, type ExecFileOptions, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where the programs of PostgreSQL are: on the path, or where Debian's package puts them. Undefined without it. */
export function postgresFolder(): string | undefined {
  try {
    const found = execFileSync('sh', ['-c', 'command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb | tail -1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return found === '' ? undefined : path.dirname(found);
  } catch {
    return undefined;
  }
}

export interface Postgres {
  /** Runs statements, with this as the input of a `COPY ... FROM STDIN`, and gives what they print as tab-separated lines. */
  query(sql: string, input?: string): Promise<string[][]>;
  stop(): Promise<void>;
}

/** A server of its own in a new folder, reached by a socket there and by nothing else. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'level-of-care-postgres-'));
  const options = asOrdinaryUser(folder);
  const run = (program: string, args: readonly string[]) => promisify(execFile)(path.join(programs, program), args, options);
  const data = path.join(folder, 'data');
  await run('initdb', ['-D', data, '-U', 'tester', '--auth=trust', '--no-sync', '--no-locale', '--encoding=UTF8']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  await run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start']);
  return {
    query: (sql, input = '') =>
      new Promise((resolve, reject) => {
        const args = ['-X', '-q', '-A', '-t', '-F', '\t', '-P', 'null=\\N', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'tester', '-d', 'postgres', '-c', sql];
        const child = execFile('psql', args, { ...options, maxBuffer: 1 << 28, encoding: 'utf8' }, (error, stdout, stderr) => {
          if (error) reject(new Error(`${error.message}\n${stderr}`));
          else resolve(stdout.split('\n').filter((line) => line !== '').map((line) => line.split('\t')));
        });
        // A statement that reads no input may be done before its pipe is.
        child.stdin?.on('error', () => {});
        child.stdin?.end(input);
      }),
    stop: async () => {
      await run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root; root lends the folder to another user. */
function asOrdinaryUser(folder: string): ExecFileOptions {
  if (userInfo().uid !== 0) return { cwd: folder };
  const [uid = 0, gid = 0] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' })));
  chownSync(folder, uid, gid);
  return { cwd: folder, uid, gid };
}
