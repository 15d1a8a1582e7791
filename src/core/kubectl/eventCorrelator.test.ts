import { describe, expect, it } from 'vitest';
import { correlateEvents, type EmittedEvent } from './eventCorrelator.ts';
import { NOW } from './testing.ts';

const HPA = { name: 'web', namespace: 'default' };
const BY_TYPE = { budgetsEventsByType: true };
const MINUTE = 60_000;

function failure(at: number, message = 'no metrics'): EmittedEvent {
  return { type: 'Warning', reason: 'FailedGetResourceMetric', message, at };
}

function rescale(at: number, size: number): EmittedEvent {
  return { type: 'Normal', reason: 'SuccessfulRescale', message: `New size: ${size}`, at };
}

/** One each 15 s, from `NOW` on. */
function every15Seconds(count: number, event: (at: number, index: number) => EmittedEvent): EmittedEvent[] {
  return Array.from({ length: count }, (_, index) => event(NOW + index * 15_000, index));
}

describe('events on their way to the API server', () => {
  it('are counted when they say the same', () => {
    const emitted = every15Seconds(3, (at) => failure(at + 700));
    expect(correlateEvents(emitted, HPA, NOW + MINUTE, BY_TYPE)).toMatchObject([
      { count: 3, firstTimestamp: NOW, lastTimestamp: NOW + 30_000, message: 'no metrics' },
    ]);
  });

  it('are not there before they happen', () => {
    const emitted = every15Seconds(3, (at) => failure(at));
    expect(correlateEvents(emitted, HPA, NOW + 15_000, BY_TYPE)).toMatchObject([{ count: 2 }]);
    expect(correlateEvents(emitted, HPA, NOW - 1, BY_TYPE)).toEqual([]);
  });

  it('are combined from the tenth different message of a reason on', () => {
    const emitted = every15Seconds(12, rescale);
    const listed = correlateEvents(emitted, HPA, NOW + 5 * MINUTE, BY_TYPE);
    expect(listed).toHaveLength(10);
    expect(listed.at(-1)).toMatchObject({
      message: '(combined from similar events): New size: 11',
      count: 3,
      firstTimestamp: NOW + 9 * 15_000,
    });
  });

  it('are told apart again after ten quiet minutes', () => {
    const emitted = [...every15Seconds(10, rescale), rescale(NOW + 20 * MINUTE, 99)];
    expect(correlateEvents(emitted, HPA, NOW + 20 * MINUTE, BY_TYPE).at(-1)).toMatchObject({
      message: 'New size: 99',
    });
  });

  it('get through 25 times, then once in five minutes; the others are counted all the same', () => {
    const emitted = every15Seconds(60, (at) => failure(at));
    // 25 at once, and what comes back in between; the budget lets the 27th pass in the sixth minute
    const count = (at: number) => correlateEvents(emitted, HPA, at, BY_TYPE)[0]?.count;
    expect(count(NOW + 24 * 15_000)).toBe(25);
    expect(count(NOW + 25 * 15_000)).toBe(26);
    expect(count(NOW + 35 * 15_000)).toBe(26);
    expect(count(NOW + 40 * 15_000)).toBe(41);
  });

  it('share one budget before 1.32', () => {
    const emitted = [...every15Seconds(30, (at) => failure(at)), rescale(NOW + 30 * 15_000, 3)];
    const reasons = (release: { budgetsEventsByType: boolean }) =>
      correlateEvents(emitted, HPA, NOW + 10 * MINUTE, release).map(({ reason }) => reason);
    expect(reasons({ budgetsEventsByType: true })).toEqual(['FailedGetResourceMetric', 'SuccessfulRescale']);
    expect(reasons({ budgetsEventsByType: false })).toEqual(['FailedGetResourceMetric']);
  });

  it('are forgotten an hour after the last one', () => {
    const emitted = [rescale(NOW, 3), rescale(NOW + 30 * MINUTE, 4)];
    const listed = correlateEvents(emitted, HPA, NOW + 60 * MINUTE, BY_TYPE);
    expect(listed.map(({ message }) => message)).toEqual(['New size: 4']);
  });
});
