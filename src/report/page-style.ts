/** The look of a result as a page: light and dark, on a phone and on a wide screen, and on two sheets of paper. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ee; --card: #fffefb; --ink: #1f2d2c; --quiet: #4c5a58; --line: #dcd8cc;
  --calm: #17605c; --on-calm: #ffffff; --calm-soft: #e3f0ec; --warm: #8a3a10; --warm-soft: #fdf0e6;
  font: 1.0625rem/1.55 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12191a; --card: #1a2425; --ink: #e8eeec; --quiet: #b3c0bd; --line: #364544;
    --calm: #93d3c9; --on-calm: #0d2523; --calm-soft: #1f3a3a; --warm: #f4bd98; --warm-soft: #3a271c;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
main { display: flex; flex-wrap: wrap; gap: 1rem; max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header, section { flex: 1 1 100%; min-width: 0; }
header { padding: 0 .25rem; }
h1, h2, h3, .lead { font-family: Charter, 'Iowan Old Style', Georgia, 'Liberation Serif', serif; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.125rem; font-weight: 600; color: var(--quiet); }
h2 { font-size: 1.3125rem; color: var(--calm); margin-bottom: .625rem; }
h3 { font-size: 1.125rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1.25rem 1.25rem 1.375rem; }
section > * + p, section > * + ul { margin-top: .625rem; }
ul { padding-left: 1.125rem; }
a { color: inherit; text-underline-offset: .15em; }
li + li { margin-top: .4375rem; }
li::marker { color: var(--calm); }
.sight { margin-top: .375rem; }
.below { color: var(--quiet); font-size: .9375em; }
.lead { font-size: 1.5rem; font-weight: 600; }
.soon { font-weight: 600; border-left: .25rem solid var(--calm); padding-left: .75rem; }
.is-urgent .soon, .is-emergency .soon { border-color: var(--warm); color: var(--warm); }
.help-first { background: var(--warm-soft); border: 2px solid var(--warm); }
.help-first h2 { color: var(--warm); font-size: 1.5rem; }
.help-first dt { font-weight: 700; }
.next { background: var(--calm-soft); border-color: var(--calm); }
.people { display: grid; gap: .5rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.help-first p + .people { margin-top: .625rem; }
dt { font-weight: 600; }
.answers-given { display: grid; gap: .625rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.answers-given dt { font-weight: 400; color: var(--quiet); }
.answers-given dd { font-weight: 600; }
.ladder { margin-top: 1.125rem; }
.ladder p { color: var(--quiet); font-size: .9375rem; padding-left: .75rem; }
.ladder ol { list-style: none; margin: .375rem 0; border-left: .25rem solid var(--line); }
.ladder li { margin: 0; padding: .4375rem .75rem; border-top: 1px solid var(--line); }
.ladder li:last-child { border-bottom: 1px solid var(--line); }
.ladder .here { background: var(--calm); color: var(--on-calm); border-color: var(--calm); border-radius: 0 .5rem .5rem 0; }
.ladder .here span { display: block; }
.cards { display: grid; column-gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
article { display: grid; grid-template-rows: subgrid; grid-row: span 7; border: 1px solid var(--line); border-radius: .625rem; padding: .875rem 1rem; margin-bottom: .75rem; }
article.here { border: 2px solid var(--calm); background: var(--calm-soft); }
.place strong { display: block; color: var(--calm); }
.place strong::first-letter { text-transform: uppercase; }
.facts { display: grid; grid-template-rows: subgrid; grid-row: span 5; }
.facts div { margin-top: .5rem; }
.facts dt { font-size: .875rem; color: var(--quiet); }
.bring ul { list-style: none; padding: 0; }
.bring li { padding-left: 1.75rem; position: relative; }
.bring li::before { content: ""; position: absolute; left: 0; top: .3em; width: .9em; height: .9em; border: 1.5px solid var(--quiet); border-radius: .1875rem; }
.line { border-bottom: 1px solid var(--quiet); padding-bottom: 3.5rem; color: var(--quiet); font-size: .9375rem; }
.line:last-child { padding-bottom: 6.5rem; }
.not-asked, .notice { font-size: .9375rem; }
@media (min-width: 46rem) {
  main { gap: 1.125rem; padding-top: 2.5rem; }
  section { padding: 1.5rem 1.75rem 1.625rem; }
  .why-level, .why-urgent, .open, .follows, .notes, .bring, .ask, .not-asked, .notice, .contacts, .help { flex: 1 1 26rem; }
  .result { display: grid; grid-template: repeat(5, auto) 1fr / 1fr minmax(18rem, 24rem); column-gap: 2.5rem; }
  .help-first .people { grid-template-columns: 1fr 1fr; }
  .result > * { grid-column: 1; }
  .result > .ladder { grid-column: 2; grid-row: 1 / span 6; margin-top: 0; align-self: center; }
  .advice ul, .not-sure ul { columns: 2; column-gap: 2.25rem; }
  .advice li, .not-sure li { break-inside: avoid; }
  .advice li:first-child, .not-sure li:first-child { margin-top: 0; }
}
@media print {
  @page { margin: 6.5mm 7mm; }
  :root {
    color-scheme: light; font: 9.6pt/1.3 Arial, 'Liberation Sans', 'Helvetica Neue', sans-serif;
    --paper: #fff; --card: #fff; --ink: #000; --quiet: #333; --line: #aaa;
    --calm: #0f4a47; --on-calm: #fff; --calm-soft: #fff; --warm: #6e2c08; --warm-soft: #fff;
  }
  :root.size-1 { font-size: 9.2pt; line-height: 1.25; }
  :root.size-2 { font-size: 8.8pt; line-height: 1.2; }
  :root.size-3 { font-size: 9pt; line-height: 1.14; }
  :root.size-4 { font-size: 8.5pt; line-height: 1.1; }
  .below, .ladder p, .facts dt, .line, .not-asked, .notice { font-size: 1em; }
  main { display: block; columns: 2; column-gap: 4.5mm; max-width: none; padding: 0; orphans: 2; widows: 2; }
  header, .help-first, .result, .levels { column-span: all; }
  header { display: flex; flex-wrap: wrap; gap: 0 5mm; align-items: baseline; padding: 0; margin-bottom: 1mm; }
  section { border: 0; border-radius: 0; padding: 0; margin-bottom: 1.8mm; }
  .help-first, .result { border: .4mm solid var(--calm); border-radius: 2mm; padding: 1.2mm 2.6mm; }
  .help-first { border-color: var(--warm); }
  .result { display: grid; grid-template: repeat(5, auto) 1fr / 1fr 74mm; column-gap: 6mm; }
  .result > * { grid-column: 1; }
  .result > .ladder { grid-column: 2; grid-row: 1 / span 6; margin: 0; align-self: center; }
  h1, h2, h3, .lead { line-height: 1.15; }
  h1 { font-size: 1rem; }
  h2 { font-size: 1.1rem; margin: 0; break-after: avoid; }
  h3 { font-size: 1.05rem; }
  .help-first h2, .lead { font-size: 1.2rem; }
  .sight { margin: 0; }
  section > * + p, section > * + ul { margin-top: .4mm; }
  .follows h2, .not-asked h2, .notice h2, .follows p, .not-asked p, .notice h2 + p { display: inline; }
  .follows h2, .not-asked h2, .notice h2 { margin-right: 1.5mm; }
  ul { list-style: none; padding: 0; }
  a { text-decoration: none; }
  li { padding-left: .9em; position: relative; }
  li + li { margin-top: .3mm; }
  ul > li::before { content: '•'; position: absolute; left: 0; color: var(--calm); }
  .below { display: inline; }
  .below::before { content: ' '; }
  .line { break-inside: avoid; padding-bottom: 8mm; }
  .line:last-child { padding-bottom: 14mm; }
  .people, .answers-given { gap: .2mm; grid-template-columns: 1fr; }
  .people dt, .people dd, .answers-given dt, .answers-given dd, .facts dt, .facts dd { display: inline; }
  .people dt::after, .facts dt::after { content: ': '; }
  .answers-given dt::after { content: ' '; }
  .help-first .people { display: block; columns: 2; column-gap: 6mm; }
  .help-first .people div { break-inside: avoid; }
  .cards { grid-template-columns: repeat(auto-fit, minmax(45mm, 1fr)); column-gap: 2.5mm; }
  article, .facts { display: block; }
  article { padding: .8mm 2.2mm; margin: 0; }
  .place strong { display: inline-block; }
  .place strong::after { content: '. '; }
  .facts div { margin: 0; }
  .ladder p { line-height: 1.15; }
  .ladder ol { margin: .2mm 0; }
  .ladder li { padding: .3mm 2mm; }
  .ladder .here { print-color-adjust: exact; }
  .ladder .here span { display: inline; }
  .ladder .here strong::after { content: ':'; }
  .advice ul, .not-sure ul { columns: auto; }
  .advice li, .not-sure li { break-inside: auto; }
  .bring li { display: inline; padding: 0; margin-right: 1.5mm; }
  .bring li::before { content: ''; position: static; display: inline-block; margin-right: 1mm; vertical-align: -.1em; }
  .size-2 .line { padding-bottom: 6mm; }
  :is(.size-3, .size-4) .line { padding-bottom: 3.6mm; }
  :is(.size-3, .size-4) section { margin-bottom: 1.1mm; }
  :is(.size-3, .size-4) li + li { margin-top: .1mm; }
  :is(.size-3, .size-4) h2 { font-size: 1.05rem; }
  :is(.size-3, .size-4) .answers-given dt { font-style: italic; }
  :is(.size-3, .size-4) .answers-given dd { font-weight: 400; }
  :is(.size-3, .size-4) .help-first ~ .help { display: none; }
}
`;
