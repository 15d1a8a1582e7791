import { describe, expect, it } from 'vitest';
import { embedParameters } from './parameters.ts';

describe('embedParameters', () => {
  it.each([['', undefined] as const, ['?from=chat', undefined] as const, ['?embedded', undefined] as const])(
    '%j is the whole page',
    (query, expected) => expect(embedParameters(query)).toBe(expected),
  );
  it('is interactive, in the colours of the system, at the start, where nothing is said', () => {
    const expected = { variant: 'interactive', theme: undefined, atSeconds: undefined };
    expect(embedParameters('?embed')).toEqual(expected);
    expect(embedParameters('?embed=')).toEqual(expected);
    expect(embedParameters('?embed=<script>&theme=pink&at=-1')).toEqual(expected);
    expect(embedParameters('?embed&at=1e9')).toEqual(expected);
  });
  it('knows variants, themes and instants', () => {
    expect(embedParameters('?from=x&embed=read-only&theme=dark&at=1305')).toEqual({
      variant: 'read-only',
      theme: 'dark',
      atSeconds: 1305,
    });
    expect(embedParameters('embed=presenter')?.variant).toBe('presenter');
  });
});
