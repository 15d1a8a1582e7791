import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuLimitMilli, podTimetable, readyAfterSeconds, runningContainers } from './containers.ts';
import { clusterSettings, manifestOf, PROBE } from './testing.ts';

describe('readyAfterSeconds', () => {
  const cases: readonly (readonly [string, Partial<typeof PROBE>, number, number])[] = [
    ['the first probe that is answered', { periodSeconds: 5 }, 5, 5],
    ['probes before the application is up fail', { periodSeconds: 10 }, 11, 20],
    ['probes before the initial delay are left out', { initialDelaySeconds: 5, periodSeconds: 10 }, 0, 10],
    ['a probe at the very end of the delay counts', { initialDelaySeconds: 10, periodSeconds: 10 }, 3, 10],
    ['an application that is up at once is ready at once', {}, 0, 0],
    ['several successes in a row', { periodSeconds: 10, successThreshold: 3 }, 1, 30],
  ];
  for (const [title, probe, startup, expected] of cases) {
    it(`[PD6] ${title}`, () => expect(readyAfterSeconds({ ...PROBE, ...probe }, startup)).toBe(expected));
  }

  it('[PD6] without a probe a container is ready as soon as it runs', () => {
    expect(readyAfterSeconds(undefined, 60)).toBe(0);
  });

  it('[PD6] is never ready before it is up and the delay is over', () => {
    const seconds = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 60 }), seconds, (delay, period, startup) => {
        const probe = { ...PROBE, initialDelaySeconds: delay, periodSeconds: period };
        const ready = readyAfterSeconds(probe, startup);
        expect(ready).toBeGreaterThanOrEqual(Math.max(delay, startup));
        expect(ready - Math.max(delay, startup)).toBeLessThan(period);
      }),
    );
  });
});

describe('podTimetable', () => {
  it('[PD3] [PD4] [PD5] [PD6] adds up from creation', () => {
    const { workload } = manifestOf({
      readinessProbe: { ...PROBE, initialDelaySeconds: 5, periodSeconds: 10 },
    });
    expect(podTimetable(workload, clusterSettings().pods)).toEqual({
      scheduledAfter: 1,
      startedAfter: 5,
      servingAfter: 10,
      readyAfter: 15,
      goneAfter: 30,
    });
  });

  it('[PD10] the grace period bounds the time to terminate', () => {
    const { workload } = manifestOf({ terminationGracePeriodSeconds: 3 });
    expect(podTimetable(workload, clusterSettings().pods).goneAfter).toBe(3);
  });

  it('[PD7] the slowest container decides', () => {
    const { workload } = manifestOf({ readinessProbe: PROBE, sidecars: ['proxy'] });
    const [app, proxy] = workload.containers;
    const slow = {
      ...workload,
      containers: [app, { ...proxy, readinessProbe: { ...PROBE, initialDelaySeconds: 40 } }],
    };
    expect(podTimetable(slow as typeof workload, clusterSettings().pods).readyAfter).toBe(45);
  });
});

describe('containers', () => {
  it('[WL4] the limit is read in milli-cores', () => {
    expect(cpuLimitMilli(manifestOf({ cpuLimit: '1.5' }).workload)).toBe(1500);
    expect(cpuLimitMilli(manifestOf().workload)).toBe(Number.POSITIVE_INFINITY);
  });

  it('[WL9] init containers that restart always go on running', () => {
    const { workload } = manifestOf({ sidecars: ['proxy'] });
    const container = { requests: {}, limits: {} };
    const initContainers = [
      { ...container, name: 'migrate' },
      { ...container, name: 'mesh', restartPolicy: 'Always' },
    ];
    expect(runningContainers({ ...workload, initContainers }).map(({ name }) => name)).toEqual([
      'app',
      'proxy',
      'mesh',
    ]);
  });
});
