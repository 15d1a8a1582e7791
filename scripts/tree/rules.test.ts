import { describe, expect, it } from 'vitest';
import { lockNamesNoHost, noMachinePaths, noSkippedTests, todosNameAnIssue } from './rules.ts';

// Put together, so that this file passes the check that it tests.
const slash = (path: string) => `/${path}`;

describe('noMachinePaths', () => {
  it.each([
    slash('root/go/pkg'),
    `see ${slash('work/main')}`,
    `"${slash('home/jo/x')}"`,
    `=${slash('tmp/out')}`,
  ])('finds %s', (text) => {
    expect(noMachinePaths('README.md', `first\n${text}`)).toEqual([expect.stringMatching(/^README\.md:2 /)]);
  });
  it.each(['https://example.org/root/x', 'src/work/x', './tmp/x', '/usr/bin/chromium', 'os.tmpdir()'])(
    'is content with %s',
    (text) => {
      expect(noMachinePaths('README.md', text)).toEqual([]);
    },
  );
});

describe('noSkippedTests', () => {
  it.each(['skip', 'only', 'todo', 'fixme'])('finds .%s', (word) => {
    expect(noSkippedTests('a.test.ts', `it.${word}('x')`)).toHaveLength(1);
    expect(noSkippedTests('a.spec.ts', `test.${word}('x')`)).toHaveLength(1);
  });
  it('is content with a test that runs, and with other files', () => {
    expect(noSkippedTests('a.test.ts', "it('x')")).toEqual([]);
    expect(noSkippedTests('a.ts', `it.${'skip'}`)).toEqual([]);
  });
});

describe('todosNameAnIssue', () => {
  const word = 'TO' + 'DO';
  it('finds one without a number', () => {
    expect(todosNameAnIssue('a.ts', `// ${word}: later`)).toHaveLength(1);
  });
  it('is content with one that names its issue', () => {
    expect(todosNameAnIssue('a.ts', `// ${word}(#12): later`)).toEqual([]);
  });
});

describe('lockNamesNoHost', () => {
  it('finds a download address', () => {
    const line = '      "resolved": "https://registry.example.org/a/-/a-1.0.0.tgz",';
    expect(lockNamesNoHost('package-lock.json', line)).toHaveLength(1);
  });
  it('is content with versions and digests', () => {
    expect(lockNamesNoHost('package-lock.json', '"integrity": "sha512-x"')).toEqual([]);
  });
});
