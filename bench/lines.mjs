/**
 * Compares the byte scanner of `batch` with the slow way, `JSON.parse` and all checks, on random lines: plain records, some
 * with a few bytes made others. Throws at the first line that differs; returns how many were compared.
 */
export async function compareLines(ruleSet, parts, count, log) {
  for (const partial of [false, true]) {
    log(`comparing ${count / 2} lines${partial ? ' with answers missing' : ''}`);
    const assess = await parts.assessorOf({ ruleSet, name: 'random lines', format: 'ndjson', partial });
    const plainly = parts.plainResults(ruleSet, partial);
    const next = parts.numbers(partial ? 5 : 3);
    for (let start = 0; start < count / 2; start += 1000) {
      const lines = Array.from({ length: 1000 }, () => parts.randomLine(ruleSet, next));
      const block = parts.blockOf(lines);
      const fast = Buffer.from(assess(block).bytes).toString().split('\n');
      for (const [place, line] of plainly(block).entries()) {
        const due = parts.ndjsonWriter.lineOf(line);
        if (`${fast[place]}\n` !== due) throw new Error(`the scanner says ${fast[place]}, the slow way ${due}, of ${lines[place]}`);
      }
    }
  }
  return count;
}
