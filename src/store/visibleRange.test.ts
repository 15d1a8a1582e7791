import { describe, expect, test } from 'vitest';
import { storeOf } from './testing/fixtures.ts';

const RANGE = { fromSeconds: 60, toSeconds: 120 };

describe('the part of the run that is shown', () => {
  test('stays while the load and the manifest are edited', () => {
    const store = storeOf();
    store.getState().showRange(RANGE);
    store.getState().setManifestText('kind: HorizontalPodAutoscaler');
    expect(store.getState().range).toBe(RANGE);
  });

  test('is the whole run again when the run gets another length', () => {
    const store = storeOf();
    store.getState().showRange(RANGE);
    store.getState().setDuration(7200);
    expect(store.getState().range).toBeUndefined();
  });

  test('is the whole run again when another scenario is opened', () => {
    const store = storeOf();
    store.getState().showRange(RANGE);
    store.getState().openScenario(store.getState().scenario, { kind: 'own' });
    expect(store.getState().range).toBeUndefined();
  });
});
