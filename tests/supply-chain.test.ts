import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly inBundle?: true;
  readonly hasInstallScript?: true;
}

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const locked = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages).filter(([folder]) => folder !== '');

describe('dependencies (H47)', () => {
  test('each has its reason in the decision on dependencies, and no other stands there (H47)', () => {
    const table = read('docs/decisions/006-dependencies.md').match(/^\| `.*$/gm) ?? [];
    const justified = table.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(justified.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });

  test('are pinned to the last digit, and locked with their hashes (H47)', () => {
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(locked.filter(([, { integrity, inBundle }]) => inBundle !== true && !integrity?.startsWith('sha512-')).map(([folder]) => folder)).toEqual([]);
  });

  test('run nothing when they are installed (H47)', () => {
    expect(locked.filter(([, { hasInstallScript, dev }]) => hasInstallScript && dev !== true).map(([folder]) => folder)).toEqual([]);
  });

  test('are in the bundle with their licences, so that an installed program loads only its own files (H47)', () => {
    const notices = read('dist/licences.txt');
    expect(Object.entries(dependencies).filter(([name, version]) => !notices.includes(`${name} ${version}\n`))).toEqual([]);
    const scripts = readdirSync(path.join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const foreign = scripts.flatMap((name) => read(path.join('dist', name)).match(/\b(?:from|import\()"(?!node:|\.)[^"]*"/g) ?? []);
    expect(foreign).toEqual([]);
  });
});

describe('workflows (H47)', () => {
  const files = readdirSync(path.join(ROOT, '.github/workflows'));

  test.each(files)('%s pins each action to a commit, and may write nothing unless a job says so', (file) => {
    const text = read(path.join('.github/workflows', file));
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect((parse(text) as { permissions: unknown }).permissions).toEqual({ contents: 'read' });
    expect(text).not.toMatch(/secrets\./);
  });

  test('run on every Node that the package says it runs on', () => {
    const { jobs } = parse(read('.github/workflows/test.yml')) as { jobs: Record<string, { strategy?: { matrix: { node: number[] } } }> };
    for (const job of ['test', 'windows']) expect(jobs[job]?.strategy?.matrix.node).toEqual([20, 22, 24, 26]);
  });
});

test('whoever changes rules or what people are told needs a clinician (H13)', () => {
  const owners = read('.github/CODEOWNERS');
  for (const part of ['/rules/', '/src/messages/']) expect(owners).toMatch(new RegExp(`^${part} .*@\\S*clinicians`, 'm'));
});
