import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Nanoseconds that one call of each function takes. The functions take turns in short slices, so that whatever else the
 * machine does meets all of them, and the median of the slices counts. The first round is for the compiler.
 */
export async function nanosecondsPerCall(functions, inputs, { rounds, sliceMs }) {
  const runs = Object.entries(functions).map(([name, { call, input = (given) => given, isAsync = false }]) => {
    return { name, call, isAsync, inputs: inputs.map(input), at: 0, taken: [] };
  });
  for (let round = 0; round <= rounds; round += 1) {
    for (const run of runs) {
      const nanoseconds = run.isAsync ? await asyncSlice(run, sliceMs) : slice(run, sliceMs);
      if (round > 0) run.taken.push(nanoseconds);
    }
  }
  return Object.fromEntries(runs.map(({ name, taken }) => [name, median(taken)]));
}

/** Calls between two looks at the clock. */
const CALLS = 256;

function slice(run, sliceMs) {
  const { call, inputs } = run;
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  for (; elapsed < sliceMs; elapsed = performance.now() - start) {
    for (let index = 0; index < CALLS; index += 1) call(inputs[(run.at + index) % inputs.length]);
    run.at = (run.at + CALLS) % inputs.length;
    calls += CALLS;
  }
  return (elapsed * 1e6) / calls;
}

async function asyncSlice(run, sliceMs) {
  const { call, inputs } = run;
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  for (; elapsed < sliceMs; elapsed = performance.now() - start) {
    await call(inputs[run.at]);
    run.at = (run.at + 1) % inputs.length;
    calls += 1;
  }
  return (elapsed * 1e6) / calls;
}

/** Milliseconds of processor time of whole processes: the median over rounds in which the commands alternate. */
export function cpuMsOf(commands, { rounds, runs }) {
  const taken = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) taken[name].push(cpuOf(command, runs));
  }
  return Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)]));
}

/** Bash adds up the time of all processes that it starts within `time`. */
function cpuOf(command, runs) {
  const script = `TIMEFORMAT='%U %S'; time (for run in {1..${runs}}; do "$@" >/dev/null 2>&1 <<< '' || :; done)`;
  const said = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', ...command], { encoding: 'utf8' });
  const [user, system] = said.trim().split('\n').at(-1).split(' ').map(Number);
  return ((user + system) * 1000) / runs;
}

/** Runs a program to its end: wall time, processor time and the most memory that it held. Rejects when it fails. */
export function oneRun([program, ...args], { stdout }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', stdout, 'pipe'] });
    let [said, peakKiB, cpuMs] = ['', 0, 0];
    child.stderr.on('data', (chunk) => (said += chunk));
    // What the system knows of a process is gone when it has ended, so it is looked at as it goes along.
    const look = setInterval(() => {
      try {
        peakKiB = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peakKiB);
        cpuMs = cpuMsSoFar(child.pid);
      } catch {}
    }, 20);
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ wallMs: performance.now() - start, cpuMs, peakMiB: peakKiB / 1024 });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

/** Processor time that a running process has taken, with all of its threads. */
export function cpuMsSoFar(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.reduce((sum, task) => sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
}
