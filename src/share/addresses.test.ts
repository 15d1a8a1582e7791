import { expect, it } from 'vitest';
import { embedParameters } from '../embed/parameters.ts';
import { embedAddress, embedSnippet, fullPage } from './addresses.ts';

it('leads from the embedded view to the whole page and back, with the scenario', () => {
  const link = 'https://example.org/hpa/?from=chat#2.abc-_';
  expect(embedAddress(link, undefined)).toBe('https://example.org/hpa/?from=chat&embed#2.abc-_');
  expect(embedAddress('https://example.org/#2.a', 'presenter')).toBe(
    'https://example.org/?embed=presenter#2.a',
  );
  for (const variant of [undefined, 'read-only', 'presenter'] as const) {
    const embedded = embedAddress(link, variant);
    expect(embedParameters(new URL(embedded).search)?.variant).toBe(variant ?? 'interactive');
    expect(fullPage(embedded)).toBe(link);
  }
});

it('leaves what only the embedded view understands behind', () => {
  expect(fullPage('https://example.org/?embed=read-only&theme=dark&at=60#2.a')).toBe(
    'https://example.org/#2.a',
  );
});

it('writes an element that no title can break out of', () => {
  const snippet = embedSnippet('https://example.org/?a=1&embed#2.a', 'web"><script>alert(1)</script>');
  expect(snippet).toContain('src="https://example.org/?a=1&amp;embed#2.a"');
  expect(snippet).toContain('title="web&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(snippet.match(/<\w+/g)).toEqual(['<iframe']);
});
