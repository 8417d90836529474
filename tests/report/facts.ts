import type { Part } from '../../src/report/section.ts';
import type { View } from '../../src/report/view.ts';

/** Everything that a result says, each text by itself. */
export function factsOf({ sections }: View): readonly string[] {
  return sections.flatMap(({ heading, parts }) => [heading, ...parts.flatMap(factsOfPart)]);
}

function factsOfPart(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'lead':
    case 'soon':
      return [part.text];
    case 'list':
      return part.items.flatMap(({ text, below }) => [text, ...(below === undefined ? [] : [below])]);
    case 'answers':
      return part.answers.flatMap(({ question, answer }) => [question, answer]);
    case 'contacts':
      return part.contacts.flatMap(({ name, how }) => [name, how]);
    case 'ladder':
      return [part.more, part.less, ...part.rungs.flatMap(({ name, mark }) => [name, ...(mark === undefined ? [] : [mark])])];
    case 'levels':
      return part.levels.flatMap(({ name, place, remark, facts }) => [name, place, ...(remark === undefined ? [] : [remark]), ...facts.flatMap(({ label, text }) => [label, text])]);
    case 'room':
      return part.labels;
  }
}

/** A text on one line, so that a fact is found wherever it was wrapped. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What stands in a page, without its marks. */
export function wordsOfHtml(html: string): string {
  const body = html.replace(/^.*<body>/s, '').replaceAll(/<\/?a\b[^>]*>/g, '').replaceAll(/<[^>]*>/g, ' ');
  return flat(body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

/** What stands in Markdown, without its marks. */
export function wordsOfMarkdown(markdown: string): string {
  const kept = markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)));
  const bare = kept.replaceAll(/^(#+ |- |\| )/gm, '').replaceAll(/[*\\|○●]|_{60}|---/g, ' ');
  return flat(bare.replaceAll(/[\ue000-\ue0ff]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xe000)));
}
