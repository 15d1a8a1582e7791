import { describe, expect, test } from 'vitest';
import type { ExplanationWindow, WindowPoint } from '../core/explanation/types.ts';
import { placeWindow, WINDOW_FRAME } from './windowFrame.ts';

function windowOf(points: readonly (readonly [number, number])[], holder?: number): ExplanationWindow {
  return {
    direction: 'down',
    windowSeconds: 300,
    points: points.map(([secondsAgo, replicas]): WindowPoint => ({ secondsAgo, replicas, kind: 'past' })),
    limit: 0,
    decides: true,
    text: '',
    ...(holder === undefined ? {} : { holder }),
  };
}

describe('a window in its frame', () => {
  test('spans its seconds, higher counts stand higher, each holds until the next', () => {
    const placed = placeWindow(
      windowOf(
        [
          [300, 14],
          [150, 10],
          [0, 6],
        ],
        0,
      ),
    );
    const [oldest, middle, own] = placed.dots;
    expect(oldest?.x).toBe(placed.left);
    expect(middle?.x).toBe((placed.left + placed.right) / 2);
    expect(own?.x).toBe(placed.right);
    expect(middle?.y).toBe(((oldest?.y ?? 0) + (own?.y ?? 0)) / 2);
    expect(oldest?.y).toBeLessThan(own?.y ?? 0);
    expect(placed.line).toBe(`M${oldest?.x} ${oldest?.y}H${middle?.x}V${middle?.y}H${own?.x}V${own?.y}`);
  });

  test('everything stays inside, also where all counts are the same', () => {
    for (const points of [
      [
        [300, 5],
        [0, 5],
      ],
      [
        [299, 1],
        [1, 100],
        [0, 50],
      ],
    ] as const) {
      const { dots, labels, left, right } = placeWindow(windowOf(points, 0));
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(right);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(WINDOW_FRAME.baseline);
      }
      expect(labels.held?.y).toBeGreaterThan(8);
      expect(labels.held?.text).toBe(String(points[0][1]));
    }
    expect(
      placeWindow(
        windowOf([
          [300, 5],
          [0, 9],
        ]),
      ).labels.held,
    ).toBeUndefined();
  });
});
