import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { killedAfterSeconds, podTimetable, readyAfterSeconds, runningContainers } from './containers.ts';
import { containerLimits } from './revision.ts';
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
      warmAfter: 10,
      readyAfter: 15,
      killedAfter: Number.POSITIVE_INFINITY,
      goneAfter: 30,
      backOffSeconds: 10,
    });
  });

  it('[PD10] the grace period bounds the time to terminate', () => {
    const { workload } = manifestOf({ terminationGracePeriodSeconds: 3 });
    expect(podTimetable(workload, clusterSettings().pods).goneAfter).toBe(3);
  });

  it('[PD12] the readiness probe begins when the startup probe has succeeded', () => {
    const { workload } = manifestOf({ readinessProbe: { ...PROBE, initialDelaySeconds: 12 } });
    const [app] = workload.containers;
    const startupProbe = { ...PROBE, periodSeconds: 4, failureThreshold: 30 };
    const slow = { ...workload, containers: [{ ...app, startupProbe }] } as typeof workload;
    // up after 5 s, asked at 8 s; readiness is asked at 8, 13 s and so on, and before 12 s it is left out
    expect(podTimetable(slow, clusterSettings().pods)).toMatchObject({ startedAfter: 5, readyAfter: 18 });
  });

  it('[PD12] [PD13] a probe that gives up before the application is up has the container killed', () => {
    const probe = { ...PROBE, initialDelaySeconds: 3, periodSeconds: 5, failureThreshold: 2 };
    // asked at 5 and 10 s
    expect(killedAfterSeconds(probe, 11)).toBe(10);
    expect(killedAfterSeconds(probe, 10)).toBe(Number.POSITIVE_INFINITY);
    expect(killedAfterSeconds(undefined, 1000)).toBe(Number.POSITIVE_INFINITY);
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
    expect(containerLimits(manifestOf({ cpuLimit: '1.5' }).workload).cpuLimitMilli).toBe(1500);
    expect(containerLimits(manifestOf().workload).cpuLimitMilli).toBe(Number.POSITIVE_INFINITY);
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
