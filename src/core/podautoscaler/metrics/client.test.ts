import { describe, expect, it } from 'vitest';
import { everything } from '../../apimachinery/labels.ts';
import { failure } from '../../go/types.ts';
import { type Minor, resolveRelease } from '../../releases/index.ts';
import { type MetricsApis, type PodMetricsItem, RestMetricsClient } from './client.ts';

const item = (name: string, containers: PodMetricsItem['containers']): PodMetricsItem => ({
  name,
  timestampMs: 0,
  windowMs: 15_000,
  containers,
});

function client(apis: Partial<MetricsApis>, minor: Minor = '1.37'): RestMetricsClient {
  const refuse = () => failure('not asked for');
  const all = {
    listPodMetrics: refuse,
    getForObjects: refuse,
    getForObject: refuse,
    listExternal: refuse,
    ...apis,
  };
  return new RestMetricsClient(all, resolveRelease(minor));
}

describe('resource metrics', () => {
  const two = [
    item('a', [
      { name: 'app', usage: { cpu: '1n' } },
      { name: 'proxy', usage: { cpu: '2m' } },
    ]),
    item('b', [
      { name: 'app', usage: { cpu: '1m' } },
      { name: 'proxy', usage: {} },
    ]),
    item('c', []),
  ];
  const apis = { listPodMetrics: () => ({ ok: true as const, value: two }) };

  it('sum the containers of a pod, each rounded up to a milli, and leave out pods that lack one', () => {
    const metrics = client(apis).getResourceMetric('cpu', 'default', everything(), '');
    expect(metrics.ok && [metrics.value.names, metrics.value.values]).toEqual([['a'], [3]]);
  });

  it('of one container leave out pods without it; before 1.33 that failed the metric', () => {
    const newer = client(apis).getResourceMetric('cpu', 'default', everything(), 'proxy');
    expect(newer.ok && newer.value.names).toEqual(['a']);
    const older = client(apis, '1.32').getResourceMetric('cpu', 'default', everything(), 'proxy');
    expect(!older.ok && older.error.error).toBe(
      'failed to get container metrics: container proxy not present in metrics for pod default/c',
    );
  });

  it('that are empty or cannot be fetched are errors', () => {
    const none = client({ listPodMetrics: () => ({ ok: true, value: [] }) });
    const failed = none.getResourceMetric('cpu', 'default', everything(), '');
    expect(!failed.ok && failed.error.error).toBe('no metrics returned from resource metrics API');
    const down = client({ listPodMetrics: () => failure('down') }).getResourceMetric(
      'cpu',
      'd',
      everything(),
      '',
    );
    expect(!down.ok && down.error.error).toBe('unable to fetch metrics from resource metrics API: down');
  });
});

describe('custom metrics', () => {
  it('take the last value of a pod that is listed twice', () => {
    const items = ['1', '2'].map((value) => ({ name: 'a', value, timestampMs: 0 }));
    const metrics = client({ getForObjects: () => ({ ok: true, value: items }) });
    const raw = metrics.getRawMetric('m', 'default', everything(), everything());
    expect(raw.ok && [raw.value.names, raw.value.values, raw.value.windowsMs]).toEqual([
      ['a'],
      [2000],
      [60_000],
    ]);
  });

  it('of a Namespace are those of the HPA’s own', () => {
    const asked: string[] = [];
    const metrics = client({
      getForObject: ({ group, kind, name }) => {
        asked.push(`${group}|${kind}|${name}`);
        return { ok: true, value: '1' };
      },
    });
    for (const apiVersion of ['v1', 'example.com/v1', 'a/b/c']) {
      metrics.getObjectMetric('m', 'home', { kind: 'Namespace', name: 'other', apiVersion }, everything());
    }
    expect(asked).toEqual(['|Namespace|home', 'example.com|Namespace|other', '|Namespace|home']);
  });
});
