import type { Lines } from '../report/layout.ts';

/** Writes the lines whole before it returns. A screen that is gone is no reason to fail: nobody is left to read it. */
export async function writeLines(stream: NodeJS.WritableStream, lines: Lines): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write(lines.map((line) => `${line}\n`).join(''), () => resolve());
  });
}
