import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, MODERATE } from './program.ts';

const answers = JSON.stringify({ ...MODERATE, support: 'not-sure', goals: ['skills'] });

interface Bundle {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: { readonly resourceType: string; readonly occurrenceDateTime?: string } }[];
}

describe('FHIR', () => {
  test('the questions are a Questionnaire', async () => {
    const { exitCode, stdout } = await levelOfCare(['questions', '--format', 'fhir', '--rules', 'phq-9']);
    expect({ exitCode, value: JSON.parse(stdout) as unknown }).toMatchObject({ exitCode: 0, value: { resourceType: 'Questionnaire', version: '1.0.0' } });
  });

  test('a result goes to a file of one\'s own and comes back as the same answers', async () => {
    const cwd = folderWith({ 'answers.json': answers });
    await levelOfCare(['assess', '--answers', 'answers.json', '--format', 'fhir', '--output', 'result.json'], { cwd, env: { SOURCE_DATE_EPOCH: '1795219200' } });
    expect(statSync(path.join(cwd, 'result.json')).mode & 0o777).toBe(0o600);
    const bundle = JSON.parse(readFileSync(path.join(cwd, 'result.json'), 'utf8')) as Bundle;
    expect(bundle.entry[1]?.resource).toMatchObject({ resourceType: 'RiskAssessment', occurrenceDateTime: '2026-11-21' });
    const [there, back] = await Promise.all(['answers.json', 'result.json'].map((file) => levelOfCare(['assess', '--answers', file, '--json'], { cwd })));
    expect(back).toEqual(there);
  });

  test('no two results bear the same names', async () => {
    const results = await Promise.all([1, 2].map(() => levelOfCare(['assess', '--answers', '-', '--format', 'fhir'], { input: answers })));
    const names = results.flatMap(({ stdout }) => (JSON.parse(stdout) as Bundle).entry.map(({ fullUrl }) => fullUrl));
    expect(new Set(names).size).toBe(4);
  });

  test('a response that does not fit is refused by line and column, without what it says', async () => {
    const text = JSON.stringify({ resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: 'https://example.org/other', item: [{ linkId: 'safety', answer: [{ valueString: 'MARKED' }] }] }, undefined, 1);
    const { exitCode, stdout, stderr } = await levelOfCare(['assess', '--answers', '-'], { input: text });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/<stdin>:4:19: this response is to another questionnaire/);
    expect(stderr).toMatch(/<stdin>:\d+:\d+: `safety` takes a `valueCoding`, not a `valueString`/);
    expect(stderr).not.toContain('MARKED');
  });
});
