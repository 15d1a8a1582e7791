import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Flow, firstReach, letFlow, meanBelowCap, type Server } from './queueModel.ts';

function flowOf(waiting: number): Flow {
  return { served: 0, dropped: 0, waiting };
}

function pass(waiting: number, from: number, to: number, span: number, server: Server): Flow {
  const flow = flowOf(waiting);
  letFlow(flow, { from, to, span }, server);
  return flow;
}

describe('meanBelowCap', () => {
  it('[WL4] is exact where the line crosses the cap', () => {
    expect(meanBelowCap(0, 10, 5)).toBe(3.75);
    expect(meanBelowCap(10, 0, 5)).toBe(3.75);
    expect(meanBelowCap(0, 4, 5)).toBe(2);
    expect(meanBelowCap(6, 9, 5)).toBe(5);
    expect(meanBelowCap(7, 7, Number.POSITIVE_INFINITY)).toBe(7);
  });

  it('[WL4] agrees with small steps', () => {
    const values = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(values, values, values, (from, to, cap) => {
        let sum = 0;
        for (let i = 0; i < 1000; i++) sum += Math.min(cap, from + ((to - from) * (i + 0.5)) / 1000);
        expect(Math.abs(meanBelowCap(from, to, cap) - sum / 1000)).toBeLessThan(0.01);
      }),
    );
  });
});

describe('firstReach', () => {
  it('finds the first instant of a falling and of a rising curve', () => {
    expect(firstReach(-10, -2, 0)).toBe(5);
    expect(firstReach(10, -2, 0)).toBe(Number.POSITIVE_INFINITY);
    // falls by 4 t - t²/2: reaches -6 at t = 2, and again on the way up
    expect(firstReach(-6, -4, 1)).toBeCloseTo(2, 9);
    expect(firstReach(-10, -4, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(firstReach(8, 0, 1)).toBeCloseTo(4, 9);
  });
});

describe('letFlow', () => {
  it('[WL5] without room everything beyond the rate is dropped', () => {
    expect(pass(0, 30, 30, 10, { rate: 20, room: 0 })).toEqual({ served: 200, dropped: 100, waiting: 0 });
  });

  it('[WL10] waits up to its room, and is refused beyond', () => {
    expect(pass(0, 30, 30, 10, { rate: 20, room: 1000 })).toEqual({ served: 200, dropped: 0, waiting: 100 });
    expect(pass(0, 30, 30, 10, { rate: 20, room: 40 })).toEqual({ served: 200, dropped: 60, waiting: 40 });
  });

  it('[WL10] a queue that has room to spare is drained at the full rate, up to the instant it is empty', () => {
    const flow = pass(50, 10, 10, 10, { rate: 20, room: 100 });
    // 5 s at 20/s, then 5 s at 10/s
    expect(flow.served).toBeCloseTo(150, 9);
    expect(flow.waiting).toBe(0);
  });

  it('[WL10] tells the parts in which it was served', () => {
    const parts: number[][] = [];
    letFlow(flowOf(50), { from: 10, to: 10, span: 10 }, { rate: 20, room: 100 }, (...part) =>
      parts.push(part.map((value) => Math.round(value * 1e6) / 1e6)),
    );
    expect(parts).toEqual([
      [20, 20, 5],
      [10, 10, 5],
    ]);
  });

  it('[WL11] a queue without end keeps everything', () => {
    const flow = pass(0, 30, 30, 1000, { rate: 0, room: Number.POSITIVE_INFINITY });
    expect(flow).toEqual({ served: 0, dropped: 0, waiting: 30_000 });
  });

  const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const servers = fc.record({
    rate: amount(300),
    room: fc.oneof(
      fc.constant(0),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      fc.constant(Number.POSITIVE_INFINITY),
    ),
  });

  it('[WL10] loses nothing', () => {
    fc.assert(
      fc.property(
        amount(1),
        amount(500),
        amount(500),
        amount(4000),
        servers,
        (share, from, to, span, server) => {
          const waiting = share * Math.min(server.room, 1000);
          const flow = pass(waiting, from, to, span, server);
          const before = waiting + ((from + to) / 2) * span;
          const tolerance = 1e-8 * (1 + before);
          expect(Math.abs(flow.served + flow.dropped + flow.waiting - before)).toBeLessThan(tolerance);
          expect(flow.waiting).toBeLessThanOrEqual(server.room);
          expect(flow.served).toBeLessThanOrEqual(server.rate * span + tolerance);
          expect(Math.min(flow.served, flow.dropped, flow.waiting)).toBeGreaterThanOrEqual(-tolerance);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('[WL10] agrees with small steps, wherever the span is cut', () => {
    fc.assert(
      fc.property(
        amount(100),
        amount(100),
        fc.double({ min: 1, max: 50, noNaN: true }),
        servers,
        amount(1),
        (from, to, span, server, cut) => {
          const whole = pass(0, from, to, span, server);
          const middle = from + (to - from) * cut;
          const first = pass(0, from, middle, span * cut, server);
          const second = pass(first.waiting, middle, to, span * (1 - cut), server);
          expect(second.waiting).toBeCloseTo(whole.waiting, 4);
          expect(first.served + second.served).toBeCloseTo(whole.served, 4);
          let waiting = 0;
          let dropped = 0;
          const steps = 10_000;
          for (let i = 0; i < steps; i++) {
            const dt = span / steps;
            const next = waiting + (from + ((to - from) * (i + 0.5)) / steps - server.rate) * dt;
            dropped += Math.max(0, next - server.room);
            waiting = Math.min(server.room, Math.max(0, next));
          }
          expect(Math.abs(waiting - whole.waiting)).toBeLessThan(0.6);
          expect(Math.abs(dropped - whole.dropped)).toBeLessThan(0.6);
        },
      ),
      { numRuns: 100 },
    );
  });
});
