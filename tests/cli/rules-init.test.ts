import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.ts';
import { levelOfCare, ROOT } from './program.ts';

describe('rules init', () => {
  test('writes a rule set that has nothing wrong with it, and cases that show all of it', async () => {
    const cwd = folderWith();
    const { exitCode, stdout } = await levelOfCare(['rules', 'init', 'my-clinic.yaml'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('level-of-care rules check my-clinic.yaml && level-of-care rules test my-clinic.cases.yaml');
    expect((await levelOfCare(['rules', 'check', 'my-clinic.yaml'], { cwd })).stdout).toContain('0 errors, 0 other findings');
    expect(await levelOfCare(['rules', 'test', 'my-clinic.cases.yaml', '--min-coverage', '100'], { cwd })).toMatchObject({ exitCode: 0 });
    const { ruleSet } = JSON.parse((await levelOfCare(['questions', '--rules', 'my-clinic.yaml', '--json'], { cwd })).stdout) as { ruleSet: { id: string } };
    expect(ruleSet.id).toBe('my-clinic');
  });

  test('writes the schemas that its files name, and leaves those alone that are there', async () => {
    const cwd = folderWith({ 'cases.schema.json': '{}' });
    await levelOfCare(['rules', 'init', 'a.yaml'], { cwd });
    expect(readdirSync(cwd).toSorted()).toEqual(['a.cases.yaml', 'a.yaml', 'cases.schema.json', 'rule-set.schema.json']);
    expect(readFileSync(path.join(cwd, 'cases.schema.json'), 'utf8')).toBe('{}');
    expect(readFileSync(path.join(cwd, 'rule-set.schema.json'), 'utf8')).toBe(readFileSync(path.join(ROOT, 'rules/rule-set.schema.json'), 'utf8'));
    expect(readFileSync(path.join(cwd, 'a.yaml'), 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\/rule-set\.schema\.json\n/);
  });

  test.each(['a.yaml', 'a.cases.yaml'])('overwrites nothing: not %s', async (there) => {
    const cwd = folderWith({ [there]: 'mine' });
    const { exitCode, stdout, stderr } = await levelOfCare(['rules', 'init', 'a.yaml'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`\`${there}\` is there already`);
    expect(readdirSync(cwd)).toEqual([there]);
    expect(readFileSync(path.join(cwd, there), 'utf8')).toBe('mine');
  });

  test('does not write through a link that leads nowhere', async () => {
    const cwd = folderWith();
    symlinkSync('/nowhere/at-all.yaml', path.join(cwd, 'a.yaml'));
    expect((await levelOfCare(['rules', 'init', 'a.yaml'], { cwd })).exitCode).toBe(2);
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
  });

  test.each(['My Clinic.yaml', 'clinic', 'clinic.json', '-a.yaml', '.yaml', 'a.cases.yaml'])('refuses the name %s', async (name) => {
    const { exitCode, stderr } = await levelOfCare(['rules', 'init', '--', name], { cwd: folderWith() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is no name for a rule set');
  });

  test('says so when there is no such folder', async () => {
    expect(await levelOfCare(['rules', 'init', 'nowhere/a.yaml'], { cwd: folderWith() })).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nowhere/a.yaml') as string });
  });
});
