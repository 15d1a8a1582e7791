import { describe, expect, test } from 'vitest';
import { fieldErrorText } from '../apimachinery/field.ts';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { FeatureGates } from '../releases/types.ts';
import { admit } from './admission.ts';
import { decodeHorizontalPodAutoscaler } from './decode.ts';
import { setDefaultsHorizontalPodAutoscaler } from './defaults.ts';
import { dropDisabledFields } from './dropDisabled.ts';
import { decodeErrorText } from './goJson.ts';
import type { HorizontalPodAutoscalerSpec } from './types.ts';
import { admissionErrors, validateHorizontalPodAutoscaler } from './validation.ts';

const REF = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const RELEASE = resolveRelease('1.37');

function decode(spec: object, metadata: object = { name: 'web' }, minor: Minor = '1.37') {
  const value = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec };
  return decodeHorizontalPodAutoscaler(value, resolveRelease(minor));
}

/** The server's error texts on creation. */
function refusals(
  spec: object,
  minor: Minor = '1.37',
  gates: FeatureGates = {},
  metadata?: object,
): string[] {
  const release = resolveRelease(minor, gates);
  const { errors } = admit(decode({ scaleTargetRef: REF, ...spec }, metadata, minor).hpa, release);
  return errors.map((error) => fieldErrorText(error, release));
}

describe('decoding', () => {
  test('null leaves what was not written, and a missing metric becomes an empty one', () => {
    const { hpa, faults } = decode({
      scaleTargetRef: REF,
      maxReplicas: null,
      minReplicas: null,
      metrics: [null],
    });
    expect(faults).toEqual([]);
    expect(hpa.spec).toEqual({ scaleTargetRef: REF, maxReplicas: 0, metrics: [{ type: '' }] });
  });

  test('a failing quantity wins over an earlier wrong type, since Go stops there', () => {
    const metrics = [{ type: 'Pods', pods: { target: { averageValue: 'x' } } }];
    const { faults } = decode({ maxReplicas: '5', metrics });
    expect(faults).toHaveLength(2);
    expect(decodeErrorText(faults)).toMatch(/^quantities must match/);
  });

  test('quantities take their canonical form', () => {
    const target = { type: 'AverageValue', averageValue: 0.5, value: '1024Mi' };
    const { hpa } = decode({ metrics: [{ type: 'Pods', pods: { metric: { name: 'q' }, target } }] });
    expect(hpa.spec.metrics?.[0]?.pods?.target).toEqual({
      type: 'AverageValue',
      averageValue: '500m',
      value: '1Gi',
    });
  });

  test('int32 ends where it ends', () => {
    expect(decode({ maxReplicas: 2147483647 }).faults).toEqual([]);
    expect(decode({ maxReplicas: 2147483648 }).faults).toHaveLength(1);
    expect(decode({ maxReplicas: -2147483648 }).faults).toEqual([]);
    expect(decode({ maxReplicas: 50.0 }).faults).toEqual([]);
  });
});

describe('defaults', () => {
  test('without metrics the target is 80 % of the CPU request', () => {
    expect(setDefaultsHorizontalPodAutoscaler({ scaleTargetRef: REF, maxReplicas: 5 })).toEqual({
      scaleTargetRef: REF,
      minReplicas: 1,
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
        },
      ],
    });
  });

  test('an empty behavior gets both directions, down without a window', () => {
    const { behavior } = setDefaultsHorizontalPodAutoscaler({
      scaleTargetRef: REF,
      maxReplicas: 5,
      behavior: {},
    });
    expect(behavior).toEqual({
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Pods', value: 4, periodSeconds: 15 },
          { type: 'Percent', value: 100, periodSeconds: 15 },
        ],
      },
      scaleDown: { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] },
    });
  });

  test('written fields stay, an empty list of policies too', () => {
    const scaleUp = { policies: [], selectPolicy: 'Min' } as const;
    const spec = { scaleTargetRef: REF, maxReplicas: 5, behavior: { scaleUp } };
    expect(setDefaultsHorizontalPodAutoscaler(spec).behavior?.scaleUp).toEqual({
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Min',
      policies: [],
    });
  });
});

describe('fields of a disabled gate', () => {
  const off = { configurableTolerance: false, containerResourceMetrics: false };
  const on = { configurableTolerance: true, containerResourceMetrics: true };
  const spec: HorizontalPodAutoscalerSpec = {
    scaleTargetRef: REF,
    maxReplicas: 5,
    metrics: [
      {
        type: 'ContainerResource',
        containerResource: {
          name: 'cpu',
          container: 'app',
          target: { type: 'AverageValue', averageValue: '1' },
        },
      },
    ],
    behavior: { scaleUp: { tolerance: '50m' }, scaleDown: {} },
  };

  test('are dropped', () => {
    const dropped = dropDisabledFields(spec, off);
    expect(dropped.behavior).toEqual({ scaleUp: {}, scaleDown: {} });
    expect(dropped.metrics).toEqual([{ type: 'ContainerResource' }]);
    expect(dropDisabledFields(spec, on)).toBe(spec);
  });

  test('stay when the stored object uses them already', () => {
    expect(dropDisabledFields(spec, off, spec)).toBe(spec);
  });
});

describe('validation on creation', () => {
  test('from 1.37 on declarative errors come last, in their own words', () => {
    const tooSmall = 'spec.maxReplicas: Invalid value: -1: must be greater than or equal to `minReplicas`';
    const declared = 'spec.maxReplicas: Invalid value: -1: must be greater than or equal to 1';
    expect(refusals({ maxReplicas: -1 })).toEqual([tooSmall, declared]);
    expect(refusals({ maxReplicas: -1 }, '1.36')).toEqual([declared, tooSmall]);
    expect(refusals({ maxReplicas: -1 }, '1.35')).toEqual([
      'spec.maxReplicas: Invalid value: -1: must be greater than 0',
      tooSmall,
    ]);
  });

  test('the target must say its API group from 1.34 on, a ReplicationController excepted', () => {
    const spec = { maxReplicas: 5, scaleTargetRef: { kind: 'Deployment', name: 'web' } };
    const text = 'spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group';
    expect(refusals(spec)).toEqual([text]);
    expect(refusals(spec, '1.33')).toEqual([]);
    const controller = { kind: 'ReplicationController', name: 'web', apiVersion: 'v1' };
    expect(refusals({ maxReplicas: 5, scaleTargetRef: controller })).toEqual([]);
  });

  test('quantities are printed as structs before 1.34', () => {
    const target = { type: 'AverageValue', averageValue: '-500m' };
    const spec = { maxReplicas: 5, metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] };
    const field = 'spec.metrics[0].resource.target.averageValue';
    expect(refusals(spec)).toEqual([`${field}: Invalid value: "-500m": must be positive`]);
    expect(refusals(spec, '1.33')).toEqual([
      `${field}: Invalid value: resource.Quantity{i:resource.int64Amount{value:-500, scale:-3}, ` +
        'd:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"-500m", Format:"DecimalSI"}: must be positive',
    ]);
  });

  test('names, labels and owners are checked', () => {
    const metadata = {
      name: 'Web',
      labels: { 'bad key': 'ok' },
      ownerReferences: [{ apiVersion: 'v1', kind: '', name: 'x', uid: 'y' }],
    };
    const texts = refusals({ maxReplicas: 5 }, '1.37', {}, metadata);
    expect(texts.map((text) => text.split(':')[0])).toEqual([
      'metadata.name',
      'metadata.labels',
      'metadata.ownerReferences[0].kind',
    ]);
  });

  test('two sources in one metric: only the first is looked into', () => {
    const metric = {
      type: 'Resource',
      resource: { name: 'cpu', target: {} },
      pods: { metric: {}, target: {} },
    };
    const texts = refusals({ maxReplicas: 5, metrics: [metric] });
    expect(texts.at(-1)).toBe('spec.metrics[0].pods: Forbidden: must populate the given metric source only');
    expect(texts.some((text) => text.startsWith('spec.metrics[0].resource.target'))).toBe(false);
  });
});

describe('validation on update', () => {
  function updateErrors(spec: object, stored: object, gates: FeatureGates = {}): string[] {
    const release = resolveRelease('1.37', gates);
    const prepare = (part: object) => {
      const { hpa } = decode({ scaleTargetRef: REF, maxReplicas: 5, ...part });
      const metadata = { ...hpa.metadata, namespace: 'default' };
      return { metadata, spec: setDefaultsHorizontalPodAutoscaler(hpa.spec) };
    };
    return admissionErrors(prepare(spec), release, prepare(stored)).map((error) =>
      fieldErrorText(error, release),
    );
  }

  test('an unchanged bad apiVersion is let pass, a changed kind is not', () => {
    const bad = { ...REF, apiVersion: 'a/b/c' };
    expect(updateErrors({ scaleTargetRef: { ...bad, name: 'api' } }, { scaleTargetRef: bad })).toEqual([]);
    expect(
      updateErrors({ scaleTargetRef: { ...bad, kind: 'StatefulSet' } }, { scaleTargetRef: bad }),
    ).toHaveLength(1);
  });

  test('zero stays possible for an object that is at zero', () => {
    const metrics = [
      { type: 'External', external: { metric: { name: 'q' }, target: { type: 'Value', value: 1 } } },
    ];
    const zero = { minReplicas: 0, metrics };
    expect(updateErrors(zero, zero, { HPAScaleToZero: false })).toEqual([]);
    expect(updateErrors(zero, { metrics }, { HPAScaleToZero: false })).toEqual([
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    ]);
  });

  test('declarative validation leaves alone what did not change', () => {
    expect(updateErrors({ maxReplicas: 0 }, { maxReplicas: 0 })[0]).toBe(
      'spec.maxReplicas: Required value: must be set and greater than 0',
    );
    expect(updateErrors({ maxReplicas: 0 }, {}).at(-1)).toBe('spec.maxReplicas: Required value');
  });
});

test('a valid object has no errors, and its stored spec leaves out what is empty', () => {
  const written = decode({
    scaleTargetRef: { kind: 'ReplicationController', name: 'x' },
    maxReplicas: 5,
    metrics: [],
  });
  const { hpa, errors } = admit(written.hpa, RELEASE);
  expect(errors).toEqual([]);
  expect(hpa.metadata).toEqual({ name: 'web', namespace: 'default', generation: 1 });
  expect(hpa.spec.scaleTargetRef).toEqual({ kind: 'ReplicationController', name: 'x' });
  expect(validateHorizontalPodAutoscaler({ metadata: { ...hpa.metadata }, spec: hpa.spec }, RELEASE)).toEqual(
    [],
  );
});
