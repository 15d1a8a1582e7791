import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { getEvents, kubectlEvents, sortedForDescribe } from './events.ts';
import { NOW, rescaled } from './testing.ts';

const release = resolveRelease('1.37');

describe('events in a list', () => {
  it('show where they come from with -o wide', () => {
    const wide = getEvents([rescaled(45_000, { host: 'node-1' })], NOW, { wide: true }, release);
    expect(wide).toContain('horizontal-pod-autoscaler, node-1');
    expect(wide).toMatch(/45s +1 +web\.45000\n$/);
    expect(getEvents([rescaled(45_000)], NOW, {}, release)).not.toContain('SOURCE');
  });

  it('of the new API have a series instead of a count', () => {
    const { firstTimestamp: _first, lastTimestamp: _last, ...rest } = rescaled(0);
    const series = { count: 7, lastObservedTime: NOW - 20_000 };
    const event = { ...rest, eventTime: NOW - 120_000, series, count: 0 };
    expect(kubectlEvents([event], NOW)).toMatch(/^20s \(x7 over 2m\) {3}Normal/m);
    expect(getEvents([event], NOW, {}, release)).toMatch(/^20s +Normal/m);
    expect(getEvents([{ ...rest, eventTime: NOW - 120_000, count: 0 }], NOW, {}, release)).toMatch(
      /^2m +Normal/m,
    );
  });

  it('are sorted by when they were seen last', () => {
    const events = [rescaled(1000), rescaled(3000), rescaled(2000)];
    expect(sortedForDescribe(events).map(({ name }) => name)).toEqual(['web.3000', 'web.2000', 'web.1000']);
    expect(kubectlEvents(events, NOW)).toMatch(/3s.*\n.*2s.*\n.*1s/);
  });
});
