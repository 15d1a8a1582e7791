import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITER_KINDS } from '../core/index.ts';
import { LIMITERS } from './limiters.ts';

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

describe('the table of limiters', () => {
  it('has one look for every kind that a trace can hold', () => {
    expect(Object.keys(LIMITERS).sort()).toEqual([...LIMITER_KINDS].sort());
  });

  it.each(LIMITER_KINDS)('%s uses a colour that light and dark define', (kind) => {
    expect(tokens.split(`${LIMITERS[kind].colorToken}:`)).toHaveLength(3);
  });

  it('tells any two limiters apart without their colour', () => {
    const letters = LIMITER_KINDS.map((kind) => LIMITERS[kind].letter);
    expect(new Set(letters).size).toBe(LIMITER_KINDS.length);
    const labels = LIMITER_KINDS.map((kind) => LIMITERS[kind].label);
    expect(new Set(labels).size).toBe(LIMITER_KINDS.length);
  });

  it('gives relatives of one colour different patterns', () => {
    const looks = LIMITER_KINDS.map((kind) => `${LIMITERS[kind].colorToken} ${LIMITERS[kind].pattern}`);
    expect(new Set(looks).size).toBe(LIMITER_KINDS.length);
  });
});
