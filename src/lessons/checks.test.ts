import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../core/index.ts';
import { CHECKS, checked } from './checks.ts';

const RULES = [
  ...readFileSync('src/core/advice/SPEC.md', 'utf8').matchAll(/^\| A[DR]\d+ \| `([a-z-]+)` \|/gm),
].map(([, rule = '']) => rule);

function advice(rule: string): Advice {
  const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return {
    severity: 'advice',
    rule,
    message: 'm',
    reason: 'r',
    line: 1,
    column: 1,
    range,
    link: 'https://k',
  };
}

describe('the checklist', () => {
  it('names every rule of advice, once', () => {
    expect(RULES.length).toBeGreaterThan(30);
    expect(CHECKS.flatMap(({ rules }) => rules).toSorted()).toEqual([...new Set(RULES)].toSorted());
  });

  it('holds where nothing was advised', () => {
    expect(checked([]).every(({ against }) => against.length === 0)).toBe(true);
  });

  it('says at its point what speaks against it', () => {
    const failed = checked([advice('no-readiness-probe')]).filter(({ against }) => against.length > 0);
    expect(failed.map(({ title }) => title)).toEqual(['Pods say when they are ready']);
  });

  it('drops no advice', () => {
    const failed = checked([advice('brand-new')]).filter(({ against }) => against.length > 0);
    expect(failed.flatMap(({ against }) => against)).toHaveLength(1);
  });
});
