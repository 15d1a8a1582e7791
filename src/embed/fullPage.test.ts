import { expect, it } from 'vitest';
import { embedAddress, fullPage } from './fullPage.ts';
import { embedParameters } from './parameters.ts';

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
