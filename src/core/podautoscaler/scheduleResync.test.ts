import { describe, expect, it } from 'vitest';
import { resolveRelease } from '../releases/index.ts';
import { ReconcileSchedule } from './schedule.ts';

const NEWEST = resolveRelease('1.37');

/** A controller that began to watch at 0 and an HPA that appeared at 0: its reconciles fall on the resyncs. */
function started(controllerStartMs = 0): ReconcileSchedule {
  const schedule = new ReconcileSchedule(NEWEST, 15, controllerStartMs);
  schedule.created(controllerStartMs);
  schedule.begin(controllerStartMs);
  schedule.end(controllerStartMs, false);
  return schedule;
}

function run(schedule: ReconcileSchedule, atMs: number, takesMs: number): number | undefined {
  schedule.begin(atMs);
  schedule.end(atMs + takesMs, false);
  return schedule.nextMs();
}

describe('a resync of the informer', () => {
  it('at the instant at which a reconcile begins asks for one a period later, however long it takes', () => {
    expect(run(started(), 15_000, 40)).toBe(30_000);
  });

  it('does not count where an edit of the same instant made the reconcile begin', () => {
    const schedule = started();
    schedule.edited(15_000, true);
    expect(run(schedule, 15_000, 40)).toBe(30_040);
  });

  it('counts where an edit made the reconcile begin and it lasts beyond the resync', () => {
    const schedule = started();
    schedule.edited(14_990, true);
    expect(run(schedule, 14_990, 40)).toBe(15_000);
    expect(run(schedule, 15_000, 2)).toBe(30_000);
  });

  it('after the end of a reconcile changes nothing', () => {
    const schedule = started();
    schedule.edited(10_000, true);
    run(schedule, 10_000, 40);
    expect(run(schedule, 15_000, 0)).toBe(30_000);
  });

  it('is a whole number of periods after the start of the controller', () => {
    expect(run(started(946_688_407_123), 946_688_422_123, 40)).toBe(946_688_437_123);
  });

  it('of a controller whose start is not known is left out', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.created(0);
    schedule.begin(0);
    schedule.end(40, false);
    expect(schedule.nextMs()).toBe(15_040);
  });
});

describe('the places of the queue', () => {
  it('hold the earliest deadline', () => {
    const schedule = new ReconcileSchedule(resolveRelease('1.36'), 15);
    schedule.created(5_000);
    schedule.edited(3_000, true);
    expect(schedule.nextMs()).toBe(18_000);
    schedule.edited(9_000, true);
    expect(schedule.nextMs()).toBe(18_000);
  });

  it('hold the first instant at which something was to be done at once', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.created(1_000);
    schedule.edited(2_000, true);
    expect(schedule.nextMs()).toBe(1_000);
  });

  it('keep a deadline that is yet to come when a reconcile begins', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    schedule.edited(0, false);
    schedule.edited(5_000, true);
    schedule.begin(5_000);
    expect(schedule.nextMs()).toBe(15_000);
  });

  it('are empty after a restart, and hold nothing before the first call', () => {
    const schedule = new ReconcileSchedule(NEWEST, 15);
    expect(schedule.nextMs()).toBeUndefined();
    schedule.edited(0, false);
    schedule.edited(0, true);
    schedule.restarted(1_000);
    expect(schedule.nextMs()).toBeUndefined();
  });
});
