import { describe, expect, test } from 'vitest';
import { scenarioOf, storeOf } from './testing/fixtures.ts';

describe('editing', () => {
  test('the text is kept as it was written', () => {
    const store = storeOf();
    store.getState().setManifestText('kind: X\n# mine\r\n');
    expect(store.getState()).toMatchObject({ edited: true, scenario: { manifest: 'kind: X\n# mine\r\n' } });
  });

  test('the same text again is no edit', () => {
    const store = storeOf('same');
    store.getState().setManifestText('same');
    expect(store.getState().edited).toBe(false);
  });

  test('settings change one value each', () => {
    const store = storeOf();
    const { setClusterSetting, setControllerFlag, setDuration, setKubernetes } = store.getState();
    setClusterSetting('pods', 'startupSeconds', 42);
    setControllerFlag('tolerance', 0.2);
    setDuration(7200);
    setKubernetes('1.30');
    const { scenario } = store.getState();
    expect(scenario.cluster.pods).toEqual({ ...scenarioOf('').cluster.pods, startupSeconds: 42 });
    expect(scenario.controller.tolerance).toBe(0.2);
    expect(scenario).toMatchObject({ durationSeconds: 7200, kubernetes: '1.30' });
  });

  test('replicas at the start can be left to the manifest again', () => {
    const store = storeOf();
    store.getState().setInitialReplicas(7);
    expect(store.getState().scenario.cluster.initialReplicas).toBe(7);
    store.getState().setInitialReplicas(undefined);
    expect('initialReplicas' in store.getState().scenario.cluster).toBe(false);
  });

  test('a feature gate that is not set is not in the document', () => {
    const store = storeOf();
    store.getState().setFeatureGate('HPAScaleToZero', true);
    expect(store.getState().scenario.featureGates).toEqual({ HPAScaleToZero: true });
    store.getState().setFeatureGate('HPAScaleToZero', undefined);
    expect(store.getState().scenario.featureGates).toEqual({});
  });
});

describe('what the work is called', () => {
  const manifest = (name: string, max: number) =>
    `metadata:\n  name: ${name}\nspec:\n  maxReplicas: ${max}\n`;

  test('an edited example stays that example', () => {
    const store = storeOf();
    store.getState().openScenario(scenarioOf(manifest('web', 5)), { kind: 'example', id: '01' });
    store.getState().setManifestText(manifest('web', 9));
    expect(store.getState().source).toEqual({ kind: 'example', id: '01' });
  });

  test('another manifest in its place is the visitor’s own', () => {
    const store = storeOf();
    store.getState().openScenario(scenarioOf(manifest('web', 5)), { kind: 'example', id: '01' });
    store.getState().setManifestText(manifest('checkout', 5));
    expect(store.getState().source).toEqual({ kind: 'own' });
  });
});

test('a fitted load is one step of undo and leaves the rest alone', () => {
  const store = storeOf('mine');
  const fitted = scenarioOf('other');
  const [load] = fitted.loads;
  if (load === undefined) throw new Error('the scenario has no load');
  const points = [{ atSeconds: 0, value: 900 }];
  store.getState().setClusterSetting('pods', 'startupSeconds', 77);
  store.getState().fitLoad({ ...fitted, loads: [{ ...load, points }] });
  expect(store.getState().scenario).toMatchObject({
    manifest: 'mine',
    loads: [{ points }],
    cluster: { pods: { startupSeconds: 77 } },
  });
  store.getState().undo();
  expect(store.getState().scenario.loads).toEqual(fitted.loads);
});

describe('undo', () => {
  const curveAt = (value: number) => {
    const [curve] = scenarioOf('').loads;
    if (curve === undefined) throw new Error('the scenario has no load');
    return { ...curve, points: [{ atSeconds: 0, value }] };
  };
  const loadOf = (store: ReturnType<typeof storeOf>) => store.getState().scenario.loads[0]?.points[0]?.value;

  test('a drag of many steps is taken back at once, and can be done again', () => {
    const store = storeOf();
    for (const value of [110, 120, 130]) store.getState().setLoadCurve(curveAt(value));
    store.getState().commitLoadCurve();
    expect(loadOf(store)).toBe(130);
    store.getState().undo();
    expect(loadOf(store)).toBe(100);
    store.getState().redo();
    expect(loadOf(store)).toBe(130);
  });

  test('what was typed since stays', () => {
    const store = storeOf('before');
    store.getState().setDuration(60);
    store.getState().setManifestText('after');
    store.getState().undo();
    expect(store.getState().scenario).toMatchObject({ durationSeconds: 3600, manifest: 'after' });
  });

  test('the choice of an HPA is a step too', () => {
    const store = storeOf('two of them');
    store.getState().chooseHpa('shop/api');
    expect(store.getState().scenario.hpa).toBe('shop/api');
    store.getState().undo();
    expect(store.getState().scenario.hpa).toBeUndefined();
  });

  test('a new change forgets what could be done again', () => {
    const store = storeOf();
    store.getState().setDuration(60);
    store.getState().undo();
    store.getState().setDuration(120);
    store.getState().redo();
    expect(store.getState().scenario.durationSeconds).toBe(120);
  });

  test('nothing to take back changes nothing', () => {
    const store = storeOf();
    const { scenario } = store.getState();
    store.getState().undo();
    store.getState().redo();
    expect(store.getState().scenario).toBe(scenario);
  });
});

describe('opening something else', () => {
  test('an edited work is put aside and comes back with one click', () => {
    const store = storeOf('mine');
    store.getState().setDuration(60);
    store.getState().openScenario(scenarioOf('linked'), { kind: 'link' });
    expect(store.getState()).toMatchObject({ scenario: { manifest: 'linked' }, edited: false });
    store.getState().restoreEarlier(0);
    expect(store.getState()).toMatchObject({
      scenario: { manifest: 'mine', durationSeconds: 60 },
      edited: true,
      earlier: [],
    });
  });

  test('an example that nobody touched is not kept', () => {
    const store = storeOf('untouched');
    store.getState().openScenario(scenarioOf('other'), { kind: 'example', id: '01' });
    expect(store.getState().earlier).toEqual([]);
  });

  test('going back puts the present work aside in turn', () => {
    const store = storeOf('one');
    store.getState().setManifestText('one, edited');
    store.getState().openScenario(scenarioOf('two'), { kind: 'link' });
    store.getState().setManifestText('two, edited');
    store.getState().restoreEarlier(0);
    expect(store.getState().scenario.manifest).toBe('one, edited');
    expect(store.getState().earlier.map((work) => work.scenario.manifest)).toEqual(['two, edited']);
  });

  test('many works are kept, newest first, each once', () => {
    const store = storeOf();
    for (const name of ['a', 'b', 'c', 'b']) {
      store.getState().setManifestText(name);
      store.getState().openScenario(scenarioOf('next'), { kind: 'link' });
    }
    expect(store.getState().earlier.map((work) => work.scenario.manifest)).toEqual(['b', 'c', 'a']);
  });
});
