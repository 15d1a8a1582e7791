import { describe, expect, test } from 'vitest';
import { searchTerms } from './search.ts';
import { TERM_GROUPS, type TermId, termOf } from './terms.ts';
import { DOCS } from './types.ts';

const entries = TERM_GROUPS.flatMap(({ terms }) => Object.entries(terms));

describe('terms', () => {
  test('each is there once, by its id and by its name', () => {
    expect(new Set(entries.map(([id]) => id)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { name }]) => name)).size).toBe(entries.length);
    for (const [id, term] of entries) expect(termOf(id as TermId)).toBe(term);
  });

  test.each(entries)('%s: one to three sentences', (_, { text }) => {
    const sentences = text.split(/(?<=[.?!:])\s+(?=[A-Z])/);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(text).toMatch(/\.$/);
    expect(text.length).toBeLessThan(260);
  });

  test('documentation is that of Kubernetes, or says that it is KEDA’s', () => {
    for (const page of Object.values(DOCS)) {
      const site = 'of' in page ? 'keda' : 'kubernetes';
      expect(page.address).toMatch(/^(kubernetes\.io|keda\.sh)\/docs\/[\w./#-]+$/);
      expect(page.address.startsWith(site)).toBe(true);
    }
  });
});

describe('searching', () => {
  const names = (query: string) =>
    searchTerms(query).flatMap(({ terms }) => terms.map(({ term }) => term.name));

  test('nothing typed: all', () => {
    expect(names('  ')).toHaveLength(entries.length);
  });

  test('other words lead there too', () => {
    expect(names('cooldown')).toEqual(['Stabilization window', 'cooldownPeriod', 'initialCooldownPeriod']);
    expect(names('lag')).toContain('Trigger');
    expect(names('stabilizationWindowSeconds')).toEqual(['Stabilization window']);
    expect(names('p95')).toContain('Latency');
  });

  test('every word has to occur', () => {
    expect(names('window flag')).toEqual(['Scale-down window']);
    expect(names('window qqqq')).toEqual([]);
  });
});
