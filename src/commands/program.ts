import { Command, CommanderError, type Option } from 'commander';
import { writeAll, writeOutput } from '../files/output.ts';
import type { Host } from '../model/host.ts';
import { InvalidInput, type Problem } from '../model/problem.ts';
import { problemsText } from '../report/problems.ts';
import { usageProblem } from './usage.ts';
import { examples, type RunSurroundings, type Surroundings, type Verb } from './verb.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

/** Every verb of the program; only the one that is asked for is loaded. */
const VERBS: Readonly<Record<string, Entry>> = {
  assess: { summary: 'answer the questions, or hand in answers, and get a suggested level of care', load: async () => (await import('./assess.ts')).assess },
  batch: { summary: 'assess many records, one line in, one line out', load: async () => (await import('./batch.ts')).batch },
  completion: { summary: 'print a script that completes command lines in a shell', load: async () => (await import('./completion.ts')).completion },
  levels: { summary: 'read about the levels of care, side by side', load: async () => (await import('./levels.ts')).levels },
  manual: { summary: 'print the manual page', load: async () => (await import('./manual.ts')).manual },
  questions: { summary: 'list the questions and their options', load: async () => (await import('./questions.ts')).questions },
  'rules check': { summary: 'look for mistakes in rule sets', load: async () => (await import('./rules-check.ts')).rulesCheck },
  'rules diff': { summary: 'compare two versions of a rule set: who is affected, and how', load: async () => (await import('./rules-diff.ts')).rulesDiff },
  'rules export': { summary: 'write the rules as SQL for a database, or as a table to read and sign', load: async () => (await import('./rules-export.ts')).rulesExport },
  'rules init': { summary: 'write a small rule set with cases, to begin with', load: async () => (await import('./rules-init.ts')).rulesInit },
  'rules map': { summary: 'write a page to look at the rules', load: async () => (await import('./rules-map.ts')).rulesMap },
  'rules test': { summary: 'run cases: answers with what is expected of them', load: async () => (await import('./rules-test.ts')).rulesTest },
  schema: { summary: 'print a JSON Schema', load: async () => (await import('./schema.ts')).schema },
};

/** What the help of the program ends with. */
const ALONE = '`level-of-care` alone starts the questions. `level-of-care assess --help` has a flag for each of them.';

/** The flags that mean something without a verb. */
const STANDING_ALONE = new Set(['-h', '--help', '-V', '--version']);

/** The problems of `assess` are for the person who answers, in their language; those of other commands for developers. */
export async function toldToPerson(problems: readonly Problem[], surroundings: Surroundings): Promise<string> {
  const argv = withVerb(surroundings.argv);
  if ((nameOf(argv) ?? 'assess') !== 'assess') return problemsText(problems);
  const [{ problemWords }, { inWords }] = await Promise.all([import('./language.ts'), import('../messages/problem-words.ts')]);
  const words = problemWords({ ...surroundings, argv });
  return words === undefined ? problemsText(problems) : problemsText(problems.map((problem) => inWords(problem, words)), words);
}

/** Runs the command that a command line asks for, and gives its exit code. */
export async function dispatch(surroundings: RunSurroundings): Promise<number> {
  const argv = withVerb(surroundings.argv);
  let help = '';
  let exit = 0;
  const program = newProgram(surroundings, (text) => (help += text));
  const name = nameOf(argv);
  if (name === undefined) nameVerbs(program);
  else await declareVerb(program, name, { ...surroundings, argv }, (code) => (exit = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return await showHelp(surroundings.host, help, error.exitCode === 0);
  }
}

/** Gives the program all of its commands by name, without their arguments and flags. */
function nameVerbs(program: Command): void {
  for (const name of Object.keys(VERBS)) commandOf(program, name);
}

/** Gives the program one command, with its arguments and flags. */
async function declareVerb(program: Command, name: string, surroundings: RunSurroundings, ended: (exit: number) => void = () => {}): Promise<void> {
  const verb = await (VERBS[name] as Entry).load();
  const command = commandOf(program, name);
  const action = await verb(command, surroundings, (words) => programFor(surroundings, words));
  refuseTwice(command);
  command.action(async () => ended(await action()));
}

/** Of two values for a flag that takes one, the first would be lost without a word. */
function refuseTwice(command: Command): void {
  const given = new Set<Option>();
  for (const option of command.options.filter((each) => !each.isBoolean() && !each.variadic && each.parseArg === undefined)) {
    command.on(`option:${option.name()}`, () => {
      if (given.has(option)) throw new InvalidInput([{ code: 'bad-usage', severity: 'error', message: `\`${option.long}\` stands twice`, help: 'it takes one value' }]);
      given.add(option);
    });
  }
}

async function programFor(surroundings: RunSurroundings, words: readonly string[] | undefined): Promise<Command> {
  const program = newProgram(surroundings, () => {});
  nameVerbs(program);
  // The manual tells of everything, in English.
  const argv = withVerb(words ?? ['--lang', 'en']);
  const wanted = words === undefined ? Object.keys(VERBS) : [nameOf(argv)].filter((name) => name !== undefined);
  for (const name of wanted) await declareVerb(program, name, { ...surroundings, argv });
  return program;
}

/** Help that was asked for is a result; help in place of a missing command is not. */
async function showHelp(host: Host, help: string, asked: boolean): Promise<number> {
  if (asked) await writeOutput(host, undefined, help);
  else await writeAll(host.stderr, help);
  return asked ? 0 : 2;
}

/** Without a verb, the verb is `assess`. */
function withVerb(argv: readonly string[]): string[] {
  if (argv[0] === 'help' && argv.length > 1) return [...argv.slice(1), '--help'];
  const first = argv.find((word) => word !== '--no-color');
  const bare = first === undefined || (first.startsWith('-') && !STANDING_ALONE.has(first));
  return bare ? ['assess', ...argv] : [...argv];
}

function nameOf(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => word !== '--no-color');
  return Object.keys(VERBS).find((name) => name === words.slice(0, name.split(' ').length).join(' '));
}

function newProgram({ host, version }: { readonly host: Host; readonly version: string }, print: (text: string) => void): Command {
  const columns = host.stdout.columns || 80;
  const program = new Command('level-of-care')
    .description('A private self-assessment: which level of care to ask about, why, and whom to see.')
    .version(version, '-V, --version', 'print the version')
    .option('--no-color', 'print without colours')
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => {}, getOutHelpWidth: () => columns })
    .addHelpText('after', ({ command }) => `\n${command.createHelp().boxWrap(ALONE, columns)}`);
  examples(program, ['level-of-care', 'level-of-care assess --answers answers.json --json', 'level-of-care rules test']);
  return strict(program);
}

/** The command of a verb; `rules test` stands below `rules`. */
function commandOf(program: Command, name: string): Command {
  const { summary } = VERBS[name] as Entry;
  const command = name.split(' ').reduce((parent, word) => {
    const known = parent.commands.find((candidate) => candidate.name() === word);
    if (known !== undefined) return known;
    const added = strict(parent.command(word)).helpCommand(false);
    return word === 'rules' ? described(added) : added;
  }, program);
  return command.summary(summary).description(summary);
}

/** What the help says of `rules`, which does nothing itself. */
function described(rules: Command): Command {
  examples(rules, ['level-of-care rules init my.yaml', 'level-of-care rules check my.yaml', 'level-of-care rules test my.cases.yaml']);
  return rules.summary('check, test, compare, draw and export rule sets');
}

function strict(command: Command): Command {
  return command.exitOverride((error) => {
    throw usageProblem(error, command) ?? error;
  });
}
