import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { ReconcileSchedule } from './schedule.ts';

const NEWEST = resolveRelease('1.37');
const OLDER = resolveRelease('1.36');

/** Runs the next reconcile and returns when it began, in seconds. */
function runNext(schedule: ReconcileSchedule, takesMs = 0): number {
  const atMs = schedule.nextMs() ?? Number.NaN;
  schedule.begin(atMs);
  schedule.end(atMs + takesMs, false);
  return atMs / 1000;
}

describe('the schedule of an HPA', () => {
  it('begins at once in the newest minor, and after a sync period before', () => {
    for (const [release, first] of [
      [NEWEST, 0],
      [OLDER, 15],
    ] as const) {
      const schedule = new ReconcileSchedule(release, 15);
      schedule.created(0);
      expect([runNext(schedule), runNext(schedule)]).toEqual([first, first + 15]);
    }
  });

  it('puts a reconcile in for an edit and keeps the rhythm', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.created(0);
    runNext(schedule);
    schedule.edited(10_000, true);
    expect([runNext(schedule), runNext(schedule), runNext(schedule)]).toEqual([10, 15, 30]);
  });

  it('does nothing at once for an edit that changes no generation, or without the gate', () => {
    for (const [release, changed] of [
      [NEWEST, false],
      [resolveRelease('1.37', { HPAGeneration: false }), true],
      [OLDER, true],
    ] as const) {
      const schedule = new ReconcileSchedule(release, 15);
      schedule.created(0);
      const first = runNext(schedule);
      schedule.edited((first + 10) * 1000, changed);
      expect(runNext(schedule)).toBe(first + 15);
    }
  });

  it('counts the period from the end of a reconcile that took time', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.created(0);
    runNext(schedule, 40);
    expect(runNext(schedule)).toBe(15.04);
  });

  it('counts it from a resync that came in between', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.restarted(0);
    schedule.created(0);
    runNext(schedule);
    expect(runNext(schedule, 40)).toBe(15);
    expect(runNext(schedule)).toBe(30);
  });

  it('has one more reconcile after a deletion, and none after that', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.created(0);
    runNext(schedule);
    schedule.begin(15_000);
    schedule.end(15_000, true);
    expect(schedule.nextMs()).toBeUndefined();
  });
});
