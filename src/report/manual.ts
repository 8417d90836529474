/** A command as the manual tells of it. Terms are what one types; texts say what they mean. */
export interface ManualCommand {
  /** As it is called: `level-of-care rules check [options] [file...]`. */
  readonly usage: string;
  readonly summary: string;
  readonly arguments: readonly ManualTerm[];
  readonly flags: readonly ManualTerm[];
  readonly examples: readonly string[];
}

interface ManualTerm {
  readonly term: string;
  readonly text: string;
}

export interface Manual {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly commands: readonly ManualCommand[];
}

const EXIT_CODES: readonly ManualTerm[] = [
  { term: '0', text: 'done' },
  { term: '1', text: 'findings: problems in rules, failing cases, differences, rejected records; never a level' },
  { term: '2', text: 'wrong usage or invalid input; nothing was printed on standard output' },
  { term: '128+n', text: 'ended by signal n' },
];

const ENVIRONMENT: readonly ManualTerm[] = [
  { term: 'NO_COLOR, FORCE_COLOR', text: 'print without colours, or with them' },
  { term: 'ACCESSIBLE, TERM=dumb', text: 'ask in plain numbered lines' },
  { term: 'SOURCE_DATE_EPOCH', text: 'the day that counts as today, in seconds since 1970' },
];

/** The manual page, for `man` (roff with the man macros). It bears no date, so the same program has the same page. */
export function manualPage({ name, version, description, commands }: Manual): string {
  const lines = [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}"`,
    '.SH NAME',
    `${escaped(name)} \\- ${escaped(description)}`,
    '.SH SYNOPSIS',
    ...commands.flatMap(({ usage }) => [`.B ${escaped(usage)}`, '.br']),
    '.SH DESCRIPTION',
    'It asks about ten questions and suggests a level of care to ask about first, with its reasons. It is not a diagnosis, and not for emergencies:',
    'in danger, call your local emergency number (911 in the US), or call or text 988. Nothing is sent anywhere, and nothing is saved unless asked for.',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(termLines),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(termLines),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function commandLines({ usage, summary, arguments: given, flags, examples }: ManualCommand): readonly string[] {
  return [
    `.SS ${escaped(usage)}`,
    text(sentence(summary)),
    ...[...given, ...flags].flatMap(termLines),
    '.PP',
    '.nf',
    ...examples.map((example) => `\\fB$ ${escaped(example)}\\fR`),
    '.fi',
  ];
}

function termLines({ term, text: meaning }: ManualTerm): readonly string[] {
  return ['.TP', `\\fB${escaped(term)}\\fR`, text(meaning)];
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** A line of text; one that begins with a point or a quote would be taken for a command. */
function text(words: string): string {
  return /^[.']/.test(words) ? `\\&${escaped(words)}` : escaped(words);
}

function escaped(words: string): string {
  return words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('\n', ' ');
}
