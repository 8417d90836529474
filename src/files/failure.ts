import type { Problem, Read } from '../model/problem.ts';

/** A single problem in the way. */
export function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}

/** Why a file could not be opened or read. */
export function cannotRead(file: string, error: unknown): Problem {
  return { code: 'cannot-read', severity: 'error', message: reason(file, error) ?? `\`${file}\` may not be read` };
}

/** Why an output could not be written. */
export function cannotWrite(file: string, error: unknown): Problem {
  return { code: 'cannot-write', severity: 'error', message: (systemCode(error) === 'ENOENT' ? `there is no folder for \`${file}\`` : reason(file, error)) ?? `\`${file}\` may not be written` };
}

/** The code that the system gives a failure, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function reason(file: string, error: unknown): string | undefined {
  const code = systemCode(error) ?? 'unknown reason';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no file \`${file}\``;
    case 'EISDIR':
      return `\`${file}\` is a folder, not a file`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return undefined;
    case 'ENOSPC':
    case 'EDQUOT':
      return `no space is left to write \`${file}\``;
    default:
      return `\`${file}\` cannot be used as a file (${code})`;
  }
}
