/** What the program may touch, handed in by `main` alone, so that a test can hand in something else. */
export interface Host {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The descriptor behind `stdout`, where text can be written to it directly: opening the stream takes a while. */
  readonly stdoutDescriptor?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Puts off what the machine does for work that goes on for long; called before work that takes a moment. */
  readonly compileLater?: () => void;
  /** Today, as YYYY-MM-DD in UTC. */
  readonly today: string;
  /** Aborted with the signal's name (`SIGINT`, `SIGTERM`, `SIGHUP`) as its reason. */
  readonly signal: AbortSignal;
}
