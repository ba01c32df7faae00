import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$/.test(file),
);

/** The area of a file: lib, app, features/tasks, … */
function areaOf(file: string): string {
  const [first = '', second = ''] = file.split(/[\\/]/);
  return first === 'features' ? `features/${second}` : first;
}

/** The file that an import names, seen from src/. */
function targetOf(file: string, target: string): string {
  return target.startsWith('@/') ? target.slice(2) : relative(SRC, resolve(SRC, dirname(file), target));
}

const imports = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:\.|@\/)[^']+)'/g)].map(([, target = '']) => ({
    file,
    target,
    from: areaOf(file),
    to: areaOf(targetOf(file, target)),
  }));
});

test('the scan finds imports', () => {
  expect(imports).toContainEqual(expect.objectContaining({ from: 'app', to: 'features/tasks' }));
});

test('an import from another area starts with @/', () => {
  const relatives = imports.filter(({ from, to, target }) => target.startsWith('../') && from !== to);
  expect(relatives.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
  expect(imports.filter(({ target }) => target.startsWith('../../'))).toEqual([]);
});

test('features do not import each other', () => {
  expect(
    imports.filter(
      ({ from, to }) => from.startsWith('features/') && to.startsWith('features/') && from !== to,
    ),
  ).toEqual([]);
});

test('features and lib do not import the application around them', () => {
  expect(
    imports.filter(
      ({ from, to }) => from !== 'app' && from !== 'testing' && to === 'app' && from !== 'main.tsx',
    ),
  ).toEqual([]);
});

test('lib does not import features', () => {
  expect(imports.filter(({ from, to }) => from === 'lib' && to.startsWith('features/'))).toEqual([]);
});

test('production code does not import test code', () => {
  expect(imports.filter(({ from, to }) => from !== 'testing' && to === 'testing')).toEqual([]);
});
