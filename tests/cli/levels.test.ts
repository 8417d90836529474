import { describe, expect, test } from 'vitest';
import { levelOfCare } from './program.ts';
import { violations } from './schemas.ts';

describe('levels', () => {
  test('are shown to read', async () => {
    const { exitCode, stdout } = await levelOfCare(['levels', 'iop']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('How many hours\n  9 to 19 hours a week');
  });

  test('are printed as JSON, valid against its schema', async () => {
    const value: unknown = JSON.parse((await levelOfCare(['levels', '--json'])).stdout);
    expect(value).toMatchObject({ levels: [{ id: 'outpatient' }, { id: 'iop' }, { id: 'php' }, { id: 'inpatient' }] });
    expect(await violations('levels', value)).toEqual([]);
  });

  test('are those of the rule set in use', async () => {
    const { stdout } = await levelOfCare(['levels', 'severe', '--rules', 'gad-7', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ruleSet: { id: 'gad-7' }, levels: [{ id: 'severe' }] });
  });

  test('are named by their ids', async () => {
    const { exitCode, stdout, stderr } = await levelOfCare(['levels', 'ipo']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('did you mean `iop`?');
  });
});
