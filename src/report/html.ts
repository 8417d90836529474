import { createHash } from 'node:crypto';
import { escaped } from './markup.ts';
import { linked } from './phone-links.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Item, Ladder, LevelCard, Part, Section } from './section.ts';
import type { View } from './view.ts';

/** Only the page's own style may apply: no script, and nothing from elsewhere. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** Characters above which a page is printed smaller, so that it still fits on two sheets. */
const LONG_CHARACTERS = [9_000, 10_400, 12_200, 13_300];

/** A result as one page to look at, to send or to print. */
export function assessmentHtml(view: View): string {
  const { language, title, urgency, sight, sections } = view;
  const body = sections.map(sectionHtml).join('\n');
  const size = LONG_CHARACTERS.filter((characters) => body.replaceAll(/<[^>]*>/g, '').length > characters).length;
  return `<!doctype html>
<html lang="${escaped(language)}" class="is-${urgency} size-${size}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>${sight === undefined ? '' : `\n<p class="sight">${linked(sight)}</p>`}
</header>
${body}
</main>
</body>
</html>
`;
}

function sectionHtml({ id, heading, parts }: Section): string {
  return `<section class="${id}" aria-labelledby="${id}">\n<h2 id="${id}">${escaped(heading)}</h2>\n${parts.map(partHtml).join('\n')}\n</section>`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<p>${linked(part.text)}</p>`;
    case 'lead':
    case 'soon':
      return `<p class="${part.kind}">${linked(part.text)}</p>`;
    case 'list':
      return `<ul>\n${part.items.map(itemHtml).join('\n')}\n</ul>`;
    case 'answers':
      return pairs('answers-given', part.answers.map(({ question, answer }) => [question, escaped(answer)]));
    case 'contacts':
      return pairs('people', part.contacts.map(({ name, how }) => [name, linked(how)]));
    case 'ladder':
      return ladderHtml(part);
    case 'levels':
      return `<div class="cards">\n${part.levels.map(levelHtml).join('\n')}\n</div>`;
    case 'room':
      return part.labels.map((label) => `<p class="line">${escaped(label)}</p>`).join('\n');
  }
}

function itemHtml({ text, below }: Item): string {
  return `<li>${linked(text)}${below === undefined ? '' : `<p class="below">${escaped(below)}</p>`}</li>`;
}

/** A term as a text, each with its HTML. */
function pairs(name: string, rows: readonly (readonly [string, string])[]): string {
  return `<dl class="${name}">\n${rows.map(([term, html]) => `<div><dt>${escaped(term)}</dt><dd>${html}</dd></div>`).join('\n')}\n</dl>`;
}

function ladderHtml({ more, less, rungs }: Ladder): string {
  const items = rungs.map(({ name, mark }) =>
    mark === undefined ? `<li>${escaped(name)}</li>` : `<li class="here"><strong>${escaped(name)}</strong> <span>${escaped(mark)}</span></li>`,
  );
  return `<div class="ladder">\n<p>${escaped(more)}</p>\n<ol reversed>\n${items.join('\n')}\n</ol>\n<p>${escaped(less)}</p>\n</div>`;
}

function levelHtml({ name, place, isResult, remark, facts }: LevelCard): string {
  const remarkHtml = remark === undefined ? '' : ` <span>${escaped(remark)}</span>`;
  return `<article${isResult ? ' class="here"' : ''}>
<h3>${escaped(name)}</h3>
<p class="place"><strong>${escaped(place)}</strong>${remarkHtml}</p>
${pairs('facts', facts.map(({ label, text }) => [label, escaped(text)]))}
</article>`;
}
