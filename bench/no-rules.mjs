/** What any program in one thread of Node does at the least: reads lines, parses them, and writes a result for each. */
import { createReadStream } from 'node:fs';

let rest = '';
let line = 0;
const input = createReadStream(process.argv[2], { highWaterMark: 1 << 20, encoding: 'utf8' });
for await (const chunk of input) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop() ?? '';
  let text = '';
  for (const each of lines) {
    const { id } = JSON.parse(each);
    line += 1;
    const result = { line, id, status: 'decided', level: 'iop', range: ['iop', 'iop'], urgency: 'soon', decidedBy: ['stepping-down', 'moderate-with-time-for-more'], complete: true, unanswered: [] };
    text += `${JSON.stringify(result)}\n`;
  }
  await new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}
