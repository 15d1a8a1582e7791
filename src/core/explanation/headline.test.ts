import { describe, expect, it } from 'vitest';
import { LIMITER_KINDS } from '../trace/types.ts';
import { explainHeadline } from './headline.ts';
import { SAMPLES } from './samples.ts';
import { buildHpa } from './testing.ts';

describe('[EX4] the headline says what happened, then why', () => {
  it.each(SAMPLES)('$name', ({ record, headline }) => {
    expect(explainHeadline(record, buildHpa())).toBe(headline);
  });

  it('is tried out for every limiter', () => {
    expect(new Set(SAMPLES.map(({ record }) => record.limiter))).toEqual(new Set(LIMITER_KINDS));
  });
});
