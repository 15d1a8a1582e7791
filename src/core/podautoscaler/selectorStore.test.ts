import { describe, expect, it } from 'vitest';
import type { Selector } from '../apimachinery/labels.ts';
import { parseSelector } from '../apimachinery/labels.ts';
import type { Pod } from './interfaces.ts';
import { SelectorStore } from './selectorStore.ts';

function selector(text: string): Selector {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(parsed.error.error);
  return parsed.value;
}

const pod = (name: string, labels: Readonly<Record<string, string>>): Pod => ({
  name,
  template: { labels, containers: [] },
  phase: 'Running',
  startTimeMs: undefined,
  ready: undefined,
  readyTransitionMs: undefined,
  deleted: false,
});
const PODS = [pod('a', { app: 'web' }), pod('b', { app: 'web', tier: 'front' })];

function stored(...entries: readonly (readonly [namespace: string, name: string, selector: string])[]) {
  const store = new SelectorStore();
  for (const [namespace, name, text] of entries) store.put(namespace, name, selector(text));
  return store;
}
const matching = (store: SelectorStore, limit = 10) => store.hpasMatchingPods('ns', PODS, limit);

describe('the HPAs that match some pods', () => {
  it('are all whose selector meets one of the pods, in the order of their names', () => {
    const store = stored(
      ['ns', 'web', 'app=web'],
      ['ns', 'other', 'app=other'],
      ['ns', 'front', 'tier=front'],
      ['elsewhere', 'web', 'app=web'],
    );
    expect(matching(store)).toEqual(['ns/front', 'ns/web']);
    expect(matching(store, 1)).toEqual(['ns/front']);
    expect(store.hpasMatchingPods('ns', [], 10)).toEqual([]);
  });

  it('are not looked for where there is one alone, or none', () => {
    expect(matching(stored(['ns', 'web', 'app=web']))).toEqual([]);
    expect(matching(stored())).toEqual([]);
    expect(matching(stored(['elsewhere', 'web', 'app=web']))).toEqual([]);
  });

  it('have the selector that was put last, and keep it when they are only announced', () => {
    const store = stored(['ns', 'web', 'app=other'], ['ns', 'front', 'app=web']);
    expect(matching(store)).toEqual(['ns/front']);
    store.put('ns', 'web', selector('app=web'));
    store.putIfAbsent('ns', 'web', selector('app=other'));
    expect(matching(store)).toEqual(['ns/front', 'ns/web']);
  });

  it('include one that was only announced', () => {
    const store = new SelectorStore();
    store.putIfAbsent('ns', 'web', selector('app=web'));
    store.putIfAbsent('ns', 'front', selector('app=web'));
    expect(matching(store)).toEqual(['ns/front', 'ns/web']);
  });

  it('lose the ones that are deleted, and no others', () => {
    const store = stored(['ns', 'a', 'app=web'], ['ns', 'b', 'app=web'], ['ns', 'c', 'app=web']);
    store.delete('ns', 'b');
    store.delete('ns', 'never there');
    store.delete('elsewhere', 'a');
    expect(matching(store)).toEqual(['ns/a', 'ns/c']);
    store.delete('ns', 'a');
    store.delete('ns', 'c');
    store.put('ns', 'a', selector('app=web'));
    store.put('ns', 'd', selector('app=web'));
    expect(matching(store)).toEqual(['ns/a', 'ns/d']);
  });

  it('are none after the controller restarted', () => {
    const store = stored(['ns', 'a', 'app=web'], ['ns', 'b', 'app=web']);
    store.clear();
    expect(matching(store)).toEqual([]);
    store.put('ns', 'b', selector('app=web'));
    expect(matching(store)).toEqual([]);
  });
});
