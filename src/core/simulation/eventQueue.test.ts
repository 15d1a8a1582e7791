import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TURN, type Turn } from '../cluster/agenda.ts';
import { EventQueue } from './eventQueue.ts';

describe('EventQueue', () => {
  it('[TM2] runs entries by instant, then turn, then order of scheduling', () => {
    const entries = fc.record({
      at: fc.integer({ min: 0, max: 20 }),
      turn: fc.constantFrom<Turn>(TURN.pod, TURN.scrape, TURN.sync),
    });
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 60 }), (list) => {
        const queue = new EventQueue(0);
        const seen: number[] = [];
        for (const [index, { at, turn }] of list.entries()) queue.schedule(at, turn, () => seen.push(index));
        queue.advanceTo(21, TURN.pod);
        const key = (index: number) => {
          const { at, turn } = list[index] as { at: number; turn: Turn };
          return at * 1e6 + turn * 1e4 + index;
        };
        expect(seen).toEqual([...list.keys()].sort((a, b) => key(a) - key(b)));
        expect(queue.size).toBe(0);
      }),
    );
  });

  it('[TM2] leaves entries of its own turn and later ones at the instant it stops at', () => {
    const queue = new EventQueue(0);
    const seen: string[] = [];
    queue.schedule(15, TURN.sync, () => seen.push('sync'));
    queue.schedule(15, TURN.pod, () => seen.push('pod'));
    queue.schedule(15, TURN.scrape, () => seen.push('scrape'));
    queue.advanceTo(15, TURN.sync);
    expect(seen).toEqual(['pod', 'scrape']);
    expect(queue.size).toBe(1);
  });

  it('[TM2] runs what an entry schedules for the same instant', () => {
    const queue = new EventQueue(0);
    const seen: number[] = [];
    queue.schedule(5, TURN.pod, () => queue.schedule(5, TURN.pod, () => seen.push(queue.now)));
    queue.advanceTo(6, TURN.pod);
    expect(seen).toEqual([5]);
  });

  it('tells the end of every instant before the clock moves on', () => {
    const seen: string[] = [];
    const queue: EventQueue = new EventQueue(0, () => seen.push(`end of ${queue.now}`));
    queue.schedule(5, TURN.pod, () => queue.schedule(5, TURN.scrape, () => seen.push('scraped')));
    queue.schedule(5, TURN.scrape, () => seen.push('first'));
    queue.advanceTo(5, TURN.sync);
    queue.advanceTo(5, TURN.sync);
    queue.advanceTo(9, TURN.pod);
    expect(seen).toEqual(['end of 0', 'first', 'scraped', 'end of 5']);
  });

  it('[TM1] refuses to go back', () => {
    const queue = new EventQueue(-10);
    queue.advanceTo(5, TURN.pod);
    expect(() => queue.schedule(4, TURN.pod, () => {})).toThrow('cannot schedule at 4 s, it is 5 s');
    expect(() => queue.schedule(Number.NaN, TURN.pod, () => {})).toThrow();
    expect(() => queue.advanceTo(4, TURN.pod)).toThrow('time went back');
  });
});
