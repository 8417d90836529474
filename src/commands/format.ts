import { type Command, Option } from 'commander';

/** How every command can print what it found; the first is the one without a flag. */
const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Declares `--format`, and `--json` as its short form. Some commands know further formats. */
export function declareFormat(command: Command, further: readonly string[] = []): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print the result').choices([...FORMATS, ...further]).default(FORMATS[0]))
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'));
}

export function formatOf<Further extends string = never>(command: Command, further: readonly Further[] = []): Format | Further {
  const { format, json } = command.opts<{ readonly format: string; readonly json?: true }>();
  return json ? 'json' : ([...FORMATS, ...further].find((known) => known === format) as Format | Further);
}
