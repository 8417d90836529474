import type { RuleSet } from '../model/rule-set.ts';
import { escaped } from './markup.ts';

/** One self-contained page to look at the rules of a rule set; `script` is the built page script. */
export function mapPage(ruleSet: RuleSet, script: string): string {
  const title = `${escaped(ruleSet.title)}, version ${escaped(ruleSet.version)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${title}: map of the rules</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>For reviewers. Each cell shows the level and the urgency of one answer set. ${escaped(ruleSet.notice)}</p>
<p><code>${escaped(ruleSet.id)}</code> <code>${escaped(ruleSet.digest)}</code></p>
<details><summary>Counts over all answer sets</summary><div id="counts"></div></details>
<form id="controls" aria-label="What to look at"></form>
<div id="grid" class="scroll"></div>
<section id="detail" aria-live="polite"></section>
<noscript><p>This page needs scripts to draw the map. It asks nothing of the network.</p></noscript>
</main>
<script type="application/json" id="rule-set">${embedded(JSON.stringify(ruleSet))}</script>
<script>${embedded(script)}</script>
</body>
</html>
`;
}

/** Nothing inside may end the script element early. */
function embedded(text: string): string {
  return text.replaceAll('</', String.raw`<\/`).replaceAll('<!--', String.raw`<\!--`);
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
code { overflow-wrap: anywhere; }
#controls { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
#controls label { display: grid; font-size: .875rem; }
select { font: inherit; padding: .25rem; max-width: 12rem; }
.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 3px; }
caption { text-align: left; padding-bottom: .5rem; }
th { text-align: left; font-weight: 600; padding: .25rem .5rem; }
td button { font: inherit; min-width: 7rem; width: 100%; padding: .5rem; border: 2px solid transparent; border-radius: .375rem; color: #111; cursor: pointer; }
td button strong, td button small { display: block; }
td button:focus-visible { outline: 3px solid #1a56db; outline-offset: 2px; }
td button[aria-pressed=true] { border-color: currentColor; box-shadow: 0 0 0 3px #1a56db; }
.level-0 { background: #e3f1fb; } .level-1 { background: #fdf0c4; } .level-2 { background: #fbcf9d; }
.level-3 { background: #f2a8a0; } .level-4 { background: #dcb3e6; } .level-5 { background: #c4b5f5; }
.none { background: repeating-linear-gradient(45deg, #eee 0 8px, #ccc 8px 16px); }
@media print { #controls select { border: 0; appearance: none; } td button { border: 1px solid #000; print-color-adjust: exact; } }
`;
