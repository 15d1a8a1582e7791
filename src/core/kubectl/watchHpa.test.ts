import { describe, expect, it } from 'vitest';
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { resolveRelease } from '../releases/index.ts';
import { NOW, WEB } from './testing.ts';
import { HpaWatch } from './watchHpa.ts';

const RELEASE = resolveRelease('1.37');

function using(percent: number | undefined, replicas: number): HorizontalPodAutoscaler {
  const current = { averageValue: '100m', ...(percent === undefined ? {} : { averageUtilization: percent }) };
  const currentMetrics = [{ type: 'Resource', resource: { name: 'cpu', current } } as const];
  return { ...WEB, status: { currentReplicas: replicas, desiredReplicas: replicas, currentMetrics } };
}

describe('HpaWatch', () => {
  it('prints the header once, and ages as of each write', () => {
    const watch = new HpaWatch({}, RELEASE);
    const printed = [
      watch.print([using(undefined, 0)], NOW),
      watch.print([using(45, 3)], NOW + 15_000),
      watch.print([using(120, 4)], NOW + 60_000),
    ];
    expect(printed.join('')).toBe(
      `NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE
web    Deployment/web   cpu: <unknown>/50%   2         10        0          5m
web    Deployment/web   cpu: 45%/50%         2         10        3          5m15s
web    Deployment/web   cpu: 120%/50%        2         10        4          6m
`,
    );
  });

  it('widens a column from the write on that needs it', () => {
    const watch = new HpaWatch({}, RELEASE);
    const lines = [using(5, 3), using(12345, 3), using(5, 3)].map((hpa) => watch.print([hpa], NOW));
    expect(lines.map((line) => line.trimEnd().split('\n').at(-1)?.indexOf(' 2 '))).toEqual([37, 41, 41]);
  });

  it('prints lists first, and takes the options of get', () => {
    const watch = new HpaWatch({ withNamespace: true }, RELEASE);
    expect(watch.print([], NOW)).toBe('');
    expect(watch.print([using(5, 1), using(6, 1)], NOW)).toMatch(
      /^NAMESPACE +NAME .*\ndefault +web .*\ndefault +web .*\n$/,
    );
    expect(watch.print([using(7, 1)], NOW)).toMatch(/^default +web /);
    expect(new HpaWatch({ noHeaders: true }, RELEASE).print([using(7, 1)], NOW)).toMatch(/^web /);
  });
});
