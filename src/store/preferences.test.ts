import { describe, expect, test } from 'vitest';
import { hasOtherPreferences, MAX_CHARTS, preferencesOf, toPreferences } from './preferences.ts';
import { storeOf } from './testing/fixtures.ts';

describe('what is remembered of the view', () => {
  test('comes back as it was', () => {
    const store = storeOf();
    store.getState().hideLines('replicas', ['raw', 'bounds']);
    store.getState().setSpeed(300);
    const kept: unknown = JSON.parse(JSON.stringify(preferencesOf(store.getState())));
    expect(toPreferences(kept)).toEqual(preferencesOf(store.getState()));
  });

  test.each([undefined, null, 7, 'x', [], { hiddenLines: 3, theme: 'pink', speed: -1 }])(
    'is empty where %j lies in the storage',
    (value) => {
      expect(Object.values(toPreferences(value)).every((part) => JSON.stringify(part) === '{}')).toBe(true);
    },
  );

  test('takes no names that are no texts, and no unbounded number of charts', () => {
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`metric ${index}`, ['usage']]));
    expect(Object.keys(toPreferences({ hiddenLines: many }).hiddenLines ?? {})).toHaveLength(MAX_CHARTS);
    expect(toPreferences({ hiddenLines: { replicas: ['raw', 7, null] } }).hiddenLines).toEqual({
      replicas: ['raw'],
    });
    const hostile: unknown = JSON.parse('{"hiddenLines": {"__proto__": ["raw"]}}');
    const { hiddenLines } = toPreferences(hostile);
    expect(Object.getPrototypeOf(hiddenLines)).toBe(Object.prototype);
  });

  test('tells a change of it from other changes', () => {
    const store = storeOf();
    const before = store.getState();
    store.getState().selectSync(3);
    expect(hasOtherPreferences(store.getState(), before)).toBe(false);
    store.getState().hideLines('replicas', ['raw']);
    expect(hasOtherPreferences(store.getState(), before)).toBe(true);
  });
});
