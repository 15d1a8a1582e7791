import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { labelSelectorAsSelector, labelSelectorGoString } from './labelSelector.ts';
import { everything, nothing, parseSelector } from './labels.ts';

function check(text: string): string {
  const selector = parseSelector(text);
  return selector.ok ? selector.value.toString() : `error: ${selector.error.error}`;
}

describe('a label selector', () => {
  it.each([
    ['b=2,a=1', 'a=1,b=2'],
    ['tier in (fe, be)', 'tier in (be,fe)'],
    ['x notin ()', 'x notin ()'],
    ['!gone , here', '!gone,here'],
    ['n>5', 'n>5'],
    ['in in (in,notin)', 'in in (in,notin)'],
    ['a=', 'a='],
    ['', ''],
    ['a=b=c', "error: found '=', expected: ',' or 'end of string'"],
    ['a in (x', "error: unable to parse requirement: found '', expected: ',' or ')'"],
  ])('"%s" reads as "%s"', (text, expected) => {
    expect(check(text)).toBe(expected);
  });

  it('matches sets, existence and numbers', () => {
    const selector = parseSelector('app=web,tier notin (be),!x,n>5');
    if (!selector.ok) throw new Error(selector.error.error);
    expect(selector.value.matches({ app: 'web', n: '6' })).toBe(true);
    expect(selector.value.matches({ app: 'web', n: '6', tier: 'be' })).toBe(false);
    expect(selector.value.matches({ app: 'web', n: 'many' })).toBe(false);
    expect(selector.value.matches({ app: 'web', n: '6', x: '' })).toBe(false);
  });

  it('does not take inherited properties for labels', () => {
    const selector = parseSelector('toString');
    expect(selector.ok && selector.value.matches({})).toBe(false);
  });

  it('is read by the rules of the minor', () => {
    const release = resolveRelease('1.34');
    const empties = parseSelector('a in (x,,)', release);
    expect(empties.ok).toBe(false);
    expect(check('a in (x,,)')).toBe('a in (,x)');
    const long = parseSelector(`a=${'v'.repeat(64)}`, release);
    if (!long.ok) expect(long.error.error).toContain('63 characters');
    expect(check(`a=${'v'.repeat(64)}`)).toContain('63 bytes');
  });

  it('everything and nothing send the same text and match differently', () => {
    expect(everything().toString()).toBe(nothing().toString());
    expect(everything().matches({ a: 'b' })).toBe(true);
    expect(nothing().matches({ a: 'b' })).toBe(false);
  });

  it('of the API selects nothing where it is absent and everything where it is empty', () => {
    const absent = labelSelectorAsSelector(undefined);
    const empty = labelSelectorAsSelector({});
    expect(absent.ok && absent.value.matches({})).toBe(false);
    expect(empty.ok && empty.value.matches({})).toBe(true);
    expect(labelSelectorGoString(undefined)).toBe('nil');
  });

  it('names the faults of its values as the minor prints lists', () => {
    const selector = { matchExpressions: [{ key: 'a', operator: 'In' }] };
    const older = labelSelectorAsSelector(selector, resolveRelease('1.33'));
    const newer = labelSelectorAsSelector(selector, resolveRelease('1.34'));
    expect(!older.ok && older.error.error).toContain('[]string(nil)');
    expect(!newer.ok && newer.error.error).toContain('null');
  });
});
