import { describe, expect, it } from 'vitest';
import { isolated, toggled } from './lineChoice.ts';

const ALL = ['desired', 'ready', 'raw'] as const;
type Id = (typeof ALL)[number];
const NONE: ReadonlySet<Id> = new Set();

describe('toggled', () => {
  it('switches one line off and on again', () => {
    const off = toggled(NONE, 'raw');
    expect([...off]).toEqual(['raw']);
    expect(toggled(off, 'raw').size).toBe(0);
    expect(NONE.size).toBe(0);
  });
});

describe('isolated', () => {
  it('hides all others, whatever was hidden before', () => {
    expect([...isolated(NONE, 'ready', ALL)]).toEqual(['desired', 'raw']);
    expect([...isolated(new Set<Id>(['ready']), 'ready', ALL)]).toEqual(['desired', 'raw']);
  });

  it('shows all where the line stood alone', () => {
    expect(isolated(new Set<Id>(['desired', 'raw']), 'ready', ALL).size).toBe(0);
  });
});
