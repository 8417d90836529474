/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The script of the page that `rules map` writes. It runs in a browser, on the very engine and diagram that the program
 * uses, over the rule set that stands in the page. What is chosen stands in the address, so a view can be linked to.
 */
import { decodeOutcome, NO_RULE, outcomeDiagram } from '../analysis/outcome.ts';
import { conditionText } from '../analysis/wording.ts';
import { decode } from '../engine/coding.ts';
import { tableOf } from '../engine/table.ts';
import { verdict } from '../engine/verdict.ts';
import type { Answers } from '../model/answers.ts';
import type { Question, RuleSet } from '../model/rule-set.ts';

const ruleSet = JSON.parse(element('rule-set').textContent) as RuleSet;
const { coding } = tableOf(ruleSet);
const questions = coding.required.flatMap((position) => coding.questions[position] ?? []);
const { diagrams, outcome } = outcomeDiagram(ruleSet);

/** What is looked at: two questions as rows and columns, an answer to each other question, and perhaps one cell. */
interface View {
  readonly rows: Question;
  readonly columns: Question;
  readonly answers: Answers;
  readonly cell: boolean;
}

element('counts').replaceChildren(countsOf(outcome, 1n));
window.addEventListener('hashchange', draw);
draw();

function draw(): void {
  const view = viewIn(new URLSearchParams(window.location.hash.slice(1)));
  const focused = document.activeElement?.id ?? '';
  element('controls').replaceChildren(...controls(view));
  element('grid').replaceChildren(grid(view));
  element('detail').replaceChildren(...(view.cell ? detail(view) : [node('p', {}, 'Choose a cell to see the rules behind it.')]));
  if (focused !== '') document.querySelector<HTMLElement>(`#${focused}`)?.focus();
}

function viewIn(chosen: URLSearchParams): View {
  const named = (id: string | null, other: Question | undefined): Question => questions.find((question) => question.id === id) ?? other ?? fail();
  const needs = questions.filter(({ kind }) => kind === 'need');
  const rows = named(chosen.get('rows'), needs[0] ?? questions[0]);
  const columns = named(chosen.get('columns'), [...needs, ...questions].find((question) => question !== rows));
  const answer = (question: Question): string => (codesOf(question).includes(chosen.get(question.id) ?? '') ? (chosen.get(question.id) ?? '') : (codesOf(question)[0] ?? ''));
  const answers = Object.fromEntries(questions.map((question) => [question.id, question.type === 'integer' ? Number(answer(question)) : answer(question)]));
  return { rows, columns, answers, cell: chosen.has('cell') };
}

/** Shows another view; a cell stays chosen only while the grid stays the same. */
function choose(view: View, change: Readonly<Record<string, string>>, cell: boolean): void {
  const { rows, columns, answers } = view;
  window.location.hash = new URLSearchParams({
    rows: rows.id,
    columns: columns.id,
    ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, String(answer)])),
    ...change,
    ...(cell ? { cell: '1' } : {}),
  }).toString();
}

function controls(view: View): readonly HTMLElement[] {
  const others = questions.filter((question) => question !== view.rows && question !== view.columns);
  const axis = (label: string, name: 'rows' | 'columns', other: Question): HTMLElement =>
    picker(label, name, questions.filter((question) => question !== other).map(({ id }) => id), view[name].id, (id) => choose(view, { [name]: id }, false));
  return [
    axis('Rows', 'rows', view.columns),
    axis('Columns', 'columns', view.rows),
    ...others.map((question) => picker(question.id, question.id, codesOf(question), String(view.answers[question.id]), (id) => choose(view, { [question.id]: id }, false))),
  ];
}

function picker(label: string, name: string, values: readonly string[], chosen: string, pick: (value: string) => void): HTMLElement {
  const select = node('select', { id: `pick-${name}` }, ...values.map((value) => node('option', { value, ...(value === chosen ? { selected: '' } : {}) }, value)));
  select.addEventListener('change', () => pick((select as HTMLSelectElement).value));
  return node('label', {}, label, select);
}

function grid(view: View): HTMLElement {
  const { rows, columns } = view;
  const head = node('tr', {}, node('td', {}, `${rows.id} \u2193 ${columns.id} \u2192`), ...codesOf(columns).map((id) => node('th', { scope: 'col' }, id)));
  const body = codesOf(rows).map((row, y) =>
    node('tr', {}, node('th', { scope: 'row' }, row), ...codesOf(columns).map((column, x) => node('td', {}, cellButton(view, row, column, x, y)))),
  );
  const caption = node('caption', {}, `Level for each answer to ${rows.id} and ${columns.id}, the other answers as chosen above`);
  return node('table', {}, caption, node('thead', {}, head), node('tbody', {}, ...body));
}

function cellButton(view: View, row: string, column: string, x: number, y: number): HTMLElement {
  const answers = at(view, row, column);
  const { level, status, urgency } = verdict(ruleSet, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === level);
  const chosen = view.cell && answers[view.rows.id] === view.answers[view.rows.id] && answers[view.columns.id] === view.answers[view.columns.id];
  const button = node(
    'button',
    { id: `cell-${x}-${y}`, class: place < 0 ? 'none' : `level-${Math.min(place, 5)}`, 'aria-pressed': String(chosen) },
    node('strong', {}, level ?? (status === 'out-of-scope' ? 'out of scope' : 'no rule')),
    node('small', {}, urgency),
  );
  button.addEventListener('click', () => choose(view, { [view.rows.id]: row, [view.columns.id]: column }, true));
  button.addEventListener('keydown', (event) => {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const next = document.querySelector<HTMLElement>(`#cell-${x + (dx ?? 0)}-${y + (dy ?? 0)}`);
    if (next === null || (dx === 0 && dy === 0)) return;
    event.preventDefault();
    next.focus();
  });
  return button;
}

function detail(view: View): readonly HTMLElement[] {
  const { decidedBy, alsoMatched, level, urgency, status } = verdict(ruleSet, view.answers);
  const rule = (id: string): HTMLElement => {
    const found = ruleSet.rules.find((candidate) => candidate.id === id) ?? fail();
    const asks = `${found.level}${found.urgency === 'routine' ? '' : `, ${found.urgency}`}`;
    return node(
      'li',
      {},
      node('code', {}, found.id),
      ` asks for ${asks} when ${conditionText(ruleSet, found.when)}. `,
      node('q', {}, found.because),
      ` (${found.sources.join(', ')})`,
    );
  };
  const list = (heading: string, ids: readonly string[]): readonly HTMLElement[] =>
    ids.length === 0 ? [] : [node('h3', {}, heading), node('ul', {}, ...ids.map(rule))];
  return [
    node('h2', {}, `${level ?? status}, ${urgency}`),
    node('p', {}, Object.entries(view.answers).map(([id, answer]) => `${id}: ${String(answer)}`).join(' \u00b7 ')),
    ...list('Decided by', decidedBy),
    ...list('Also matched, asking for less', alsoMatched),
    node('h3', {}, 'With these two answers, whatever the others are'),
    counts(view),
  ];
}

/** Exact numbers of answer sets per level, with the answers of the chosen row and column. */
function counts(view: View): HTMLElement {
  const both = [view.rows, view.columns].reduce((sets, question) => {
    const position = coding.positions.get(question.id) ?? 0;
    return diagrams.given(sets, position, codesOf(question).indexOf(String(view.answers[question.id])));
  }, outcome);
  // Both questions are answered, but counting still runs over their options.
  return countsOf(both, BigInt(codesOf(view.rows).length * codesOf(view.columns).length));
}

function countsOf(sets: number, times: bigint): HTMLElement {
  const totals = new Map<string, bigint>();
  for (const [value, count] of [...diagrams.counts(sets)].sort(([a], [b]) => a - b)) {
    const { level } = decodeOutcome(value);
    const name = ruleSet.levels[level]?.id ?? (level === NO_RULE ? 'no rule' : 'out of scope');
    totals.set(name, (totals.get(name) ?? 0n) + count / times);
  }
  return node('ul', {}, ...[...totals].map(([name, count]) => node('li', {}, `${name}: ${count.toLocaleString('en-US')} answer sets`)));
}

function at(view: View, row: string, column: string): Answers {
  const typed = (question: Question, id: string): string | number => (question.type === 'integer' ? Number(id) : id);
  return { ...view.answers, [view.rows.id]: typed(view.rows, row), [view.columns.id]: typed(view.columns, column) };
}

function codesOf(question: Question): readonly string[] {
  const position = coding.positions.get(question.id) ?? 0;
  return Array.from({ length: coding.sizes[position] ?? 0 }, (_, code) => String(decode(question, code)));
}

function node(tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function element(id: string): HTMLElement {
  return document.querySelector<HTMLElement>(`#${id}`) ?? fail();
}

function fail(): never {
  throw new Error('this page is not whole');
}
