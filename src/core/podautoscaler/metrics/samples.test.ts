import { describe, expect, it } from 'vitest';
import { nothing } from '../../apimachinery/labels.ts';
import { resolveRelease } from '../../releases/index.ts';
import { type MetricsApis, RestMetricsClient } from './client.ts';

const unused = (): never => {
  throw new Error('nobody asked for this');
};
const APIS: MetricsApis = {
  listPodMetrics: unused,
  getForObjects: unused,
  getForObject: unused,
  listExternal: unused,
};
const clientOf = (apis: Partial<MetricsApis>) =>
  new RestMetricsClient({ ...APIS, ...apis }, resolveRelease('1.37'));

describe('samples of a custom metric', () => {
  it('cover the time that the adapter says, or a minute', () => {
    const client = clientOf({
      getForObjects: () => ({
        ok: true,
        value: [
          { name: 'a', value: '1', timestampMs: 5000 },
          { name: 'b', value: '250m', timestampMs: 6000, windowSeconds: 30 },
        ],
      }),
    });
    const samples = client.getRawMetric('m', 'ns', nothing(), nothing());
    expect(samples.ok && { ...samples.value }).toMatchObject({
      names: ['a', 'b'],
      values: [1000, 250],
      timestampsMs: [5000, 6000],
      windowsMs: [60_000, 30_000],
    });
  });

  it('are a bug of their source where they cannot be read', () => {
    const client = clientOf({ listExternal: () => ({ ok: true, value: ['much'] }) });
    expect(() => client.getExternalMetric('q', 'ns', nothing())).toThrow(/a metrics API answered much: /);
  });

  it.each([
    [undefined, '', 'ns'],
    ['v1', '', 'ns'],
    ['example.com/v1', 'example.com', 'mine'],
    ['a/b/c', '', 'ns'],
  ])('of a Namespace in apiVersion %s are asked in group %j for %s', (apiVersion, group, name) => {
    const asked: unknown[] = [];
    const client = clientOf({
      getForObject: (object) => {
        asked.push(object);
        return { ok: true, value: '2' };
      },
    });
    const object = { kind: 'Namespace', name: 'mine', ...(apiVersion === undefined ? {} : { apiVersion }) };
    expect(client.getObjectMetric('m', 'ns', object, nothing())).toEqual({ ok: true, value: 2000 });
    expect(asked).toEqual([{ group, kind: 'Namespace', name }]);
  });
});
