import type { LevelCard, Part, Section } from './section.ts';
import type { View } from './view.ts';

/** A result as Markdown (CommonMark, with the tables of GitHub), in the order of a page. */
export function assessmentMarkdown({ title, sight, sections }: View): string {
  const head = [`# ${plain(title)}`, ...(sight === undefined ? [] : [`**${plain(sight)}**`])];
  return `${[...head, ...sections.map(sectionText)].join('\n\n')}\n`;
}

function sectionText({ heading, parts }: Section): string {
  return [`## ${plain(heading)}`, ...parts.map(partText)].join('\n\n');
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'lead':
    case 'soon':
      return `**${plain(part.text)}**`;
    case 'text':
      return plain(part.text);
    case 'list':
      return part.items.map(({ text, below }) => `- ${plain(text)}${below === undefined ? '' : `\\\n  *${plain(below)}*`}`).join('\n');
    case 'answers':
      return part.answers.map(({ question, answer }) => `- ${plain(question)}\\\n  **${plain(answer)}**`).join('\n');
    case 'contacts':
      return part.contacts.map(({ name, how }) => `- **${plain(name)}:** ${plain(how)}`).join('\n');
    case 'ladder':
      return [`*${plain(part.more)}*`, ...part.rungs.map(({ name, mark }) => rung(name, mark)), `*${plain(part.less)}*`].join('\\\n');
    case 'levels':
      return levelTable(part.levels);
    case 'room':
      return part.labels.map((label) => `${plain(label)}:\n\n${'_'.repeat(60)}`).join('\n\n');
  }
}

function rung(name: string, mark: string | undefined): string {
  return mark === undefined ? `○ ${plain(name)}` : `● **${plain(name)}**, ${plain(mark)}`;
}

/** A level in each column, what it is like in each row. */
function levelTable(levels: readonly LevelCard[]): string {
  const labels = [...new Set(levels.flatMap(({ facts }) => facts.map(({ label }) => label)))];
  const fact = (level: LevelCard, label: string): string => level.facts.find((each) => each.label === label)?.text ?? '';
  const row = (head: string, texts: readonly string[]): string => `| ${[head, ...texts].map(cell).join(' | ')} |`;
  return [
    row('', levels.map(({ name }) => name)),
    `| --- | ${levels.map(() => '---').join(' | ')} |`,
    row('', levels.map(({ place, remark }) => [place, remark].filter((text) => text !== undefined).join('. '))),
    ...labels.map((label) => row(label, levels.map((level) => fact(level, label)))),
  ].join('\n');
}

function cell(text: string): string {
  return plain(text).replaceAll('|', String.raw`\|`);
}

/** Text that means nothing to Markdown: what could begin or end a mark is escaped. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>~&]/g, String.raw`\$&`)
    .replace(/^(#|\+|-|=)/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
