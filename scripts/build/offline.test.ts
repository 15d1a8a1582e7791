import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptFiles } from './offline.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  mkdirSync(join(folder, 'assets'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

it('lists every file of the build but the worker itself and source maps', () => {
  write('index.html', 'page');
  write('sw.js', 'worker');
  write('assets/Why-DH-F7gju.css', 'style');
  write('assets/Why-DH-F7gju.css.map', 'map');
  expect(keptFiles(folder).map(({ url }) => url)).toEqual(['assets/Why-DH-F7gju.css', 'index.html']);
});

it('tells versions of a file apart where its name does not', () => {
  write('assets/Why-DH-F7gju.css', 'style');
  write('index.html', 'one');
  const [named, before] = keptFiles(folder);
  write('index.html', 'two');
  const [, after] = keptFiles(folder);
  expect(named?.revision).toBeNull();
  expect(before?.revision).toMatch(/^[0-9a-f]{16}$/);
  expect(after?.revision).not.toBe(before?.revision);
});
