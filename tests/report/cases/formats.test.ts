import { describe, expect, test } from 'vitest';
import { casesGithub } from '../../../src/report/cases/github.ts';
import { casesJunit } from '../../../src/report/cases/junit.ts';
import type { CaseResult, CaseRun } from '../../../src/report/cases/run.ts';
import { casesTap } from '../../../src/report/cases/tap.ts';
import { casesText } from '../../../src/report/cases/text.ts';

const NASTY = `"<b>" & 'c' # %, ]]>\u001b[31m\ud800\uffff: \\ end`;

function caseAt(file: string, line: number, name: string): CaseResult['case'] {
  return { name, answers: {}, expect: {}, tags: [], place: { file, line, column: 5, text: '  - name: it' } };
}

const passed: CaseResult = { case: caseAt('a.yaml', 3, 'passes'), differences: [], status: 'decided', fired: [] };
const failed: CaseResult = {
  case: caseAt('a.yaml', 7, NASTY),
  differences: [
    { of: 'level', expected: 'php', received: null },
    { of: 'decidedBy', expected: ['x', 'y'], received: [] },
  ],
  status: 'no-rule',
  fired: [{ rule: 'calm', level: 'iop', urgency: 'routine' }],
};
const run: CaseRun = { results: [passed, failed], notRun: [caseAt('b.yaml', 2, 'left out')] };

describe('text', () => {
  test('shows of a failing case its place and line, what was expected and received, and what fired', () => {
    const lines = casesText(run).split('\n');
    expect(lines[0]).toMatch(/^a\.yaml:7:5: "<b>"/);
    expect(lines.slice(1, -2)).toEqual([
      '    - name: it',
      '      ^',
      '  level: expected php, received none',
      '  decidedBy: expected [x, y], received []',
      '  status: no-rule',
      '  rules that fired:',
      '    calm (iop, routine)',
      '',
    ]);
    expect(lines.at(-2)).toBe('1 passed, 1 failed, 1 not run');
  });
});

describe('junit', () => {
  const xml = casesJunit(run, '2026-11-21');

  test('is well-formed, with a suite per file in the order of the schema', () => {
    const tags = [...xml.matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&[a-z]+;[^"<&]*)*")*)(\/?)>/g)];
    expect(xml.replace('<?xml version="1.0" encoding="UTF-8"?>', '').split('<')).toHaveLength(tags.length + 1);
    const open: (string | undefined)[] = [];
    const closing = tags.filter(([, end, name, , alone]) => alone === '' && (end === '/' ? open.pop() !== name : open.push(name) === 0));
    expect({ closing, open }).toEqual({ closing: [], open: [] });
    expect(tags.filter(([, end]) => end === '').map(([, , name]) => name)).toEqual(
      ['testsuites', 'testsuite', 'properties', 'testcase', 'testcase', 'failure', 'system-out', 'system-err', 'testsuite', 'properties', 'testcase', 'skipped', 'system-out', 'system-err'],
    );
  });

  test('has every attribute that the schema of Ant asks for', () => {
    expect(xml).toContain(
      '<testsuite name="a.yaml" package="a.yaml" id="0" timestamp="2026-11-21T00:00:00" hostname="localhost" tests="2" failures="1" errors="0" skipped="0" time="0">',
    );
    expect(xml).toContain('<testcase name="passes" classname="a.yaml" time="0"/>');
    expect(xml).toContain('<failure type="expectation" message="level: expected php, received none; decidedBy: expected [x, y], received []">a.yaml:7:5\n');
  });

  test('holds no character that XML does not take', () => {
    expect(xml).toContain('name="&quot;&lt;b&gt;&quot; &amp; &apos;c&apos; # %, ]]&gt;\\u001b[31m\\ud800\ufffd: \\ end"');
  });
});

test('junit, tap and text of a run, word for word', () => {
  const odd: CaseResult = { case: caseAt('a.yaml', 9, 'two\n  lines'), differences: [{ of: 'level', expected: 'php', received: 'iop' }], status: 'decided', fired: [{ rule: 'calm', level: 'iop', urgency: 'routine' }, { rule: 'mild', level: 'iop', urgency: 'soon' }] };
  const short: CaseRun = { results: [passed, odd], notRun: [] };
  expect(casesJunit({ ...short, notRun: [caseAt('a.yaml', 12, 'left out')] }, '2026-11-21')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="a.yaml" package="a.yaml" id="0" timestamp="2026-11-21T00:00:00" hostname="localhost" tests="3" failures="1" errors="0" skipped="1" time="0">
    <properties/>
    <testcase name="passes" classname="a.yaml" time="0"/>
    <testcase name="two lines" classname="a.yaml" time="0">
      <failure type="expectation" message="level: expected php, received iop">a.yaml:9:5
level: expected php, received iop
status: decided
rules that fired: calm (iop, routine), mild (iop, soon)</failure>
    </testcase>
    <testcase name="left out" classname="a.yaml" time="0">
      <skipped/>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
</testsuites>
`);
  expect(casesTap(short)).toBe(`TAP version 14
1..2
ok 1 - passes
not ok 2 - two lines
  ---
  at: "a.yaml:9:5"
  differences: ["level: expected php, received iop"]
  status: "decided"
  fired: ["calm (iop, routine)","mild (iop, soon)"]
  ...
`);
  expect(casesText({ results: [odd], notRun: [] })).toBe(`a.yaml:9:5: two\\u000a  lines
    - name: it
      ^
  level: expected php, received iop
  rules that fired:
    calm (iop, routine)
    mild (iop, soon)

0 passed, 1 failed
`);
  expect(casesGithub({ results: [odd, odd], notRun: [] }).split('\n')).toEqual([
    ...[1, 2].map(() => '::error file=a.yaml,line=9,col=5,title=two\\u000a  lines::level: expected php, received iop%0Arules that fired: calm (iop, routine), mild (iop, soon)'),
    '0 passed, 2 failed',
    '',
  ]);
});

test('tap: a plan, a point per case, its diagnostics as YAML, and the end of a run that was cut short', () => {
  expect(casesTap(run).split('\n')).toEqual([
    'TAP version 14',
    '1..3',
    'ok 1 - passes',
    `not ok 2 - "<b>" & 'c' \\# %, ]]>\\\\u001b[31m\\\\ud800\uffff: \\\\ end`,
    '  ---',
    '  at: "a.yaml:7:5"',
    '  differences: ["level: expected php, received none","decidedBy: expected [x, y], received []"]',
    '  status: "no-rule"',
    '  fired: ["calm (iop, routine)"]',
    '  ...',
    'Bail out! 1 not run',
    '',
  ]);
});

test('github: one annotation for each failing case, and the totals', () => {
  const [annotation = '', totals] = casesGithub(run).split('\n');
  expect(annotation).toBe(
    `::error file=a.yaml,line=7,col=5,title="<b>" & 'c' # %25%2C ]]>\\u001b[31m\\ud800\uffff%3A \\ end::` +
      'level: expected php, received none%0AdecidedBy: expected [x, y], received []%0Arules that fired: calm (iop, routine)',
  );
  expect(totals).toBe('1 passed, 1 failed, 1 not run');
});
