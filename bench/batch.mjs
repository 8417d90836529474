import { closeSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { median, oneRun } from './measure.mjs';
import { ROOT } from './source.mjs';

const BIN = path.join(ROOT, 'bin/level-of-care.js');
const HERE = import.meta.dirname;

/** Wall time, processor time and peak memory of whole processes that take the same records to results in a file. */
export async function batch(ruleSet, parts, { records, rounds, folder }, log) {
  const input = path.join(folder, 'records.ndjson');
  const output = path.join(folder, 'results.ndjson');
  log(`writing ${records} records`);
  writeRecords(ruleSet, parts, input, records);
  const sql = path.join(folder, 'rules.sql');
  writeFileSync(sql, parts.statementSql(ruleSet, 'duckdb'));
  const columns = ['id', ...ruleSet.questions.filter(({ kind }) => kind !== 'note').map(({ id }) => id)];
  const commands = {
    'no rules: split, JSON.parse, JSON.stringify': [process.execPath, path.join(HERE, 'no-rules.mjs'), input],
    'level-of-care batch --jobs 1': [process.execPath, BIN, 'batch', '--jobs', '1', input],
    'level-of-care batch --jobs 2': [process.execPath, BIN, 'batch', '--jobs', '2', input],
    'DuckDB with the exported SQL, 2 threads': [process.execPath, path.join(HERE, 'duckdb-batch.mjs'), sql, input, output, columns.join(',')],
  };
  const taken = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      log(`${name}, round ${round + 1} of ${rounds}`);
      rmSync(output, { force: true });
      const file = openSync(output, 'w');
      taken[name].push(await oneRun(command, { stdout: name.startsWith('DuckDB') ? 'ignore' : file }));
      closeSync(file);
      if (linesIn(output) !== records) throw new Error(`${name} left out records`);
    }
  }
  rmSync(output);
  const middle = (all, what) => median(all.map((one) => one[what]));
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [name, { wallMs: middle(all, 'wallMs'), cpuMs: middle(all, 'cpuMs'), peakMiB: Math.max(...all.map(({ peakMiB }) => peakMiB)) }]),
  );
}

/** Peak memory of `batch` alone. */
export async function memory(ruleSet, parts, { records, jobs, folder }, log) {
  const input = path.join(folder, `records-${records}.ndjson`);
  writeRecords(ruleSet, parts, input, records);
  log(`memory of ${records} records with --jobs ${jobs}`);
  const file = openSync('/dev/null', 'w');
  const { peakMiB } = await oneRun([process.execPath, BIN, 'batch', '--jobs', String(jobs), input], { stdout: file });
  closeSync(file);
  rmSync(input);
  return peakMiB;
}

/** Random complete records, with ids, notes and "not sure". */
export function writeRecords(ruleSet, parts, file, count) {
  const next = parts.numbers(77);
  const descriptor = openSync(file, 'w');
  const answer = ({ several, options, notSure }) => {
    if (several) return options.map(({ id }) => id).filter(() => next(3) === 0);
    return notSure !== undefined && next(8) === 0 ? 'not-sure' : options[next(options.length)].id;
  };
  for (let start = 0; start < count; start += 1000) {
    let text = '';
    for (let index = start; index < Math.min(start + 1000, count); index += 1) {
      const record = { id: `p-${String(index).padStart(8, '0')}` };
      for (const question of ruleSet.questions) if (!question.several || next(3) > 0) record[question.id] = answer(question);
      text += `${JSON.stringify(record)}\n`;
    }
    writeSync(descriptor, text);
  }
  closeSync(descriptor);
}

function linesIn(file) {
  const descriptor = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(1 << 20);
  let lines = 0;
  for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
    const read = chunk.subarray(0, length);
    for (let at = read.indexOf(0x0a); at !== -1; at = read.indexOf(0x0a, at + 1)) lines += 1;
  }
  closeSync(descriptor);
  return lines;
}
