import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from './buildPage.mjs';
import { firstDifference } from './install.mjs';
import { nodeComplaint } from './requireNode.mjs';
import { parsePort } from './start.mjs';

describe('nodeComplaint', () => {
  it('accepts 20 and newer', () => {
    expect(nodeComplaint('20.0.0')).toBeUndefined();
    expect(nodeComplaint('26.1.0')).toBeUndefined();
  });
  it('names both versions for an older one', () => {
    expect(nodeComplaint('18.19.1')).toMatch(/Node\.js 20 or newer.*18\.19\.1/);
  });
});

describe('firstDifference', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/@x/darwin': { version: '2.0.0', optional: true },
    },
  };
  it('is content when all is there, other systems’ binaries left out', () => {
    expect(firstDifference(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBeUndefined();
  });
  it('names what is missing or of another version', () => {
    expect(firstDifference(lock, { packages: {} })).toBe('a');
    expect(firstDifference(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe('a');
  });
});

describe('parsePort', () => {
  it('takes numbers and has a default', () => {
    expect(parsePort('8080')).toBe(8080);
    expect(parsePort(undefined)).toBe(4173);
  });
  it.each(['http', '0', '70000', '-1', '80.5'])('refuses %s', (text) => {
    expect(parsePort(text)).toBeUndefined();
  });
});

describe('digestOf', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digest-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/a.ts'), 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('changes with the content, with names and with new files, and with nothing else', () => {
    const before = digestOf(folder, ['src', 'absent']);
    expect(digestOf(folder, ['src', 'absent'])).toBe(before);
    writeFileSync(join(folder, 'src/a.test.ts'), 'tests are not built');
    expect(digestOf(folder, ['src', 'absent'])).toBe(before);
    writeFileSync(join(folder, 'src/a.ts'), 'two');
    expect(digestOf(folder, ['src', 'absent'])).not.toBe(before);
    writeFileSync(join(folder, 'src/a.ts'), 'one');
    writeFileSync(join(folder, 'src/b.ts'), '');
    expect(digestOf(folder, ['src', 'absent'])).not.toBe(before);
  });
});
