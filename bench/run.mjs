/**
 * Speed, measured as ratios within one run, and the agreement that comes before it. Prints a page of Markdown; how far it is
 * goes to standard error.
 *
 *   npm run bench             in three minutes, with fewer records
 *   npm run bench -- --full   with a million records, all answer sets, and memory at ten million
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, release, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { ROOT, source } from './source.mjs';

const FULL = process.argv.includes('--full');
const SIZES = FULL
  ? { answerSets: 100_000, rounds: 15, sliceMs: 200, starts: { rounds: 15, runs: 5 }, records: 1_000_000, batchRounds: 5, memory: [1e5, 1e6, 1e7], lines: 1_000_000, everyRow: true }
  : { answerSets: 100_000, rounds: 7, sliceMs: 60, starts: { rounds: 7, runs: 3 }, records: 200_000, batchRounds: 3, memory: [1e5], lines: 50_000, everyRow: false };

install();
await print();

/** The peers are no dependencies of the program; they are installed here when they are first needed. */
function install() {
  if (existsSync(path.join(import.meta.dirname, 'node_modules'))) return;
  log('installing the peers');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function print() {
  const [{ engines }, { startup }, { batch, memory }, { compareSql }, { compareLines }] = await Promise.all(['engines', 'startup', 'batch', 'sql', 'lines'].map((name) => import(`./${name}.mjs`)));
  const parts = await source();
  const ruleSet = parts.readRuleSet(readFileSync(path.join(ROOT, 'rules/adult.yaml'), 'utf8'), 'rules/adult.yaml').value.ruleSet;
  const folder = mkdtempSync(path.join(tmpdir(), 'level-of-care-bench-'));
  try {
    const results = {
      // While this process is small: to start another one takes the longer, the larger it is.
      starts: await startup(ruleSet, SIZES.starts, log),
      lines: await compareLines(ruleSet, parts, SIZES.lines, log),
      sql: await compareSql(ruleSet, parts, SIZES.everyRow, log),
      engines: await engines(ruleSet, parts, SIZES, log),
      batch: await batch(ruleSet, parts, { records: SIZES.records, rounds: SIZES.batchRounds, folder }, log),
      memory: {},
    };
    for (const records of SIZES.memory) {
      for (const jobs of [1, 2]) results.memory[`${records.toLocaleString('en')} records, --jobs ${jobs}`] = await memory(ruleSet, parts, { records, jobs, folder }, log);
    }
    process.stdout.write(page(ruleSet, results));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function log(text) {
  process.stderr.write(`${text}\n`);
}

function page(ruleSet, { lines, sql, starts, engines, batch, memory }) {
  const zero = starts['node -e 0'];
  const start = (name, goal, yardstick = 'node -e 0') => row(`\`${name}\``, yardstick, goal, starts[name] / starts[yardstick]);
  const [strings, codes] = [engines['level-of-care, answers as strings'], engines['level-of-care, answers as codes']];
  const floor = batch['no rules: split, JSON.parse, JSON.stringify'];
  const duckdb = batch['DuckDB with the exported SQL, 2 threads'];
  const [one, two] = [batch['level-of-care batch --jobs 1'], batch['level-of-care batch --jobs 2']];
  const peak = Math.max(...Object.values(memory));
  return `# Results

${new Date().toISOString().slice(0, 10)}, \`npm run bench${FULL ? ' -- --full' : ''}\`. ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}.
Peers: ${peers()}.
Rule set: ${ruleSet.id} ${ruleSet.version}, ${ruleSet.rules.length} rules, ${ruleSet.questions.length} questions.

A ratio is the time of what is named first, divided by the time of the yardstick in the same run. See [README.md](README.md) for how it is measured.

| what | yardstick | goal | ratio | |
|---|---|---|---|---|
${[
  start('level-of-care --version', 1.25),
  start('level-of-care assess --answers a.json --json', 1.4),
  start('interview on a terminal up to the first question', 2),
  start('interview in plain lines up to the first question', 2),
  start('level-of-care rules check rules/adult.yaml', 1.3, 'node -e 0 and parsing rules/adult.yaml with `yaml`'),
  row('level and deciding rules, answers as strings', 'if-chain by hand', 4, strings / engines['if-chain by hand']),
  row('the same, answers as codes', 'full lookup table', 2, codes / engines['full lookup table, answers as codes']),
  row('`json-logic-engine`, compiled', 'answers as strings', -3, engines['json-logic-engine, compiled'] / strings),
  row('`json-logic-js`', 'answers as strings', undefined, engines['json-logic-js'] / strings),
  row('`json-rules-engine`', 'answers as strings', -500, engines['json-rules-engine'] / strings),
  row('`zen-engine`', 'answers as strings', -500, engines['zen-engine'] / strings),
  row(`\`batch --jobs 2\`, ${SIZES.records.toLocaleString('en')} lines, wall`, 'one thread, no rules', 0.5, two.wallMs / floor.wallMs),
  row('`batch --jobs 1`, wall', 'one thread, no rules', 0.8, one.wallMs / floor.wallMs),
  row('`batch --jobs 2`, wall', 'DuckDB with the exported SQL, 2 threads', 1, two.wallMs / duckdb.wallMs),
].join('\n')}
| peak memory of \`batch\` | - | 150 MB | ${(peak * 1.048576).toFixed(0)} MB | ${mark(peak * 1.048576 < 150)} |

## In absolute numbers

| processor time of a whole process | ms |
|---|---|
${Object.entries(starts).map(([name, ms]) => `| ${name} | ${ms.toFixed(1)} (${(ms / zero).toFixed(2)}) |`).join('\n')}

| engine | a second |
|---|---|
${Object.entries(engines).map(([name, nanoseconds]) => `| ${name} | ${Math.round(1e9 / nanoseconds).toLocaleString('en')} |`).join('\n')}

| ${SIZES.records.toLocaleString('en')} records to a file | wall s | processor s | peak MiB |
|---|---|---|---|
${Object.entries(batch).map(([name, { wallMs, cpuMs, peakMiB }]) => `| ${name} | ${(wallMs / 1000).toFixed(2)} | ${(cpuMs / 1000).toFixed(2)} | ${peakMiB.toFixed(0)} |`).join('\n')}

| peak memory of \`batch\` | MiB |
|---|---|
${Object.entries(memory).map(([name, mebibytes]) => `| ${name} | ${mebibytes.toFixed(0)} |`).join('\n')}

## What was compared before

- All engines above agree on ${SIZES.answerSets.toLocaleString('en')} random answer sets: level, urgency, deciding rules.
- DuckDB with the exported SQL agrees with the engine on ${sql.every.toLocaleString('en')} ${SIZES.everyRow ? 'answer sets, which are all there are, each question unanswered included,' : 'complete answer sets, which are all there are,'} and on ${sql.random.toLocaleString('en')} random rows with "not sure" and with answers that no question takes.
- The byte scanner of \`batch\` agrees with \`JSON.parse\` and all checks on ${lines.toLocaleString('en')} random lines.
`;
}

/** A negative goal is a multiple to reach, another one not to exceed. */
function row(what, yardstick, goal, ratio) {
  const digits = ratio < 10 ? 2 : 0;
  if (goal === undefined) return `| ${what} | ${yardstick} | - | ${ratio.toFixed(digits)} | |`;
  const met = goal < 0 ? ratio >= -goal : ratio <= goal;
  return `| ${what} | ${yardstick} | ${goal < 0 ? `${-goal} or more` : `${goal} or less`} | ${ratio.toFixed(digits)} | ${mark(met)} |`;
}

function mark(met) {
  return met ? 'met' : '**not met**';
}

function peers() {
  const { dependencies } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8'));
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`).join(', ');
}
