import { systemCode } from '../files/failure.ts';
import { writeAll, writeOutput } from '../files/output.ts';
import { InvalidInput } from '../model/problem.ts';
import type { RunSurroundings } from './verb.ts';

/** The exit code of a program that was writing into a pipe when the reader went away: 128 + SIGPIPE. */
const CLOSED_PIPE = 141;

/** Runs one command line and gives its exit code. Results go to standard output, problems to standard error. */
export async function run(surroundings: RunSurroundings): Promise<number> {
  const { host, argv, version } = surroundings;
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      // Asked for by scripts, and answered before anything else is loaded.
      await writeOutput(host, undefined, `${version}\n`);
      return 0;
    }
    const { dispatch } = await import('./program.ts');
    return await dispatch(surroundings);
  } catch (error) {
    if (systemCode(error) === 'EPIPE') return CLOSED_PIPE;
    if (!(error instanceof InvalidInput)) throw error;
    const { toldToPerson } = await import('./program.ts');
    await writeAll(host.stderr, await toldToPerson(error.problems, surroundings)).catch(() => {});
    return 2;
  }
}
