import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import type { PrintedAssessment } from '../../src/model/assessment.ts';
import { levelOfCare, MODERATE } from './program.ts';
import { violations } from './schemas.ts';

const INPUT = { input: JSON.stringify(MODERATE) };
const PHP = { input: JSON.stringify({ ...MODERATE, safety: 'active', severity: 'severe' }) };

async function printed(args: readonly string[], input: string): Promise<PrintedAssessment> {
  const { stdout } = await levelOfCare(['--answers', '-', '--json', ...args], { input });
  const assessment = JSON.parse(stdout) as PrintedAssessment;
  expect(await violations('assessment', assessment)).toEqual([]);
  return assessment;
}

describe('--explain', () => {
  test('says which rules ask for more than a lower level, and the fewest answers that lead to it', async () => {
    const { level, explain, decidedBy, alsoMatched } = await printed(['--explain', 'iop'], PHP.input);
    expect({ level, explained: explain?.level }).toEqual({ level: 'php', explained: 'iop' });
    expect(explain?.askForMore.length).toBeGreaterThan(0);
    expect([...decidedBy, ...alsoMatched]).toEqual(expect.arrayContaining([...(explain?.askForMore ?? [])]));
    const { stdout } = await levelOfCare(['--answers', '-', '--json'], { input: JSON.stringify({ ...(JSON.parse(PHP.input) as object), ...explain?.fewest?.answers }) });
    expect(JSON.parse(stdout)).toMatchObject({ level: 'iop' });
  });

  test('says it in words', async () => {
    const { stdout } = await levelOfCare(['--answers', '-', '--explain', 'php'], INPUT);
    expect(stdout).toContain('Why not Partial hospitalization program (PHP)?');
    expect(stdout).toContain(en.levelNotAsked);
    expect((await levelOfCare(['--answers', '-', '--explain', 'iop'], INPUT)).stdout).toContain(en.explainSame);
    expect((await levelOfCare(['--answers', '-', '--explain', 'outpatient'], INPUT)).stdout).toContain(en.explainAsked);
  });

  test('without a level there is nothing to compare with', async () => {
    const { exitCode, stdout } = await levelOfCare(['--partial', '--severity', 'severe', '--explain', 'iop']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(en.explainNothing);
    expect((await printed(['--partial', '--explain', 'iop'], '{"severity":"severe"}')).explain).toBeNull();
  });

  test('refuses a level that does not exist, and says which is near', async () => {
    const { exitCode, stdout, stderr } = await levelOfCare(['--explain', 'ipo'], INPUT);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('did you mean `iop`?');
  });
});

test('what would take several answers is told without being asked', async () => {
  const { stdout } = await levelOfCare(['--answers', '-'], { input: JSON.stringify({ ...MODERATE, severity: 'severe', home: 'unsafe', history: 'intensive' }) });
  expect(stdout).toContain('For PHP, two answers would have to be different, such as:');
});

test('with answers missing, the question that narrows the result most is named', async () => {
  const { nextQuestion, unanswered } = await printed(['--partial'], '{"age":"adult","severity":"severe"}');
  expect(unanswered).toContain(nextQuestion);
  const { stdout } = await levelOfCare(['--partial', '--severity', 'severe']);
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/The one that would tell us most: [A-Z]/);
  expect((await printed([], INPUT.input)).nextQuestion).toBeNull();
  expect((await printed(['--partial'], '{"age":"under-18"}')).nextQuestion).toBeNull();
});
