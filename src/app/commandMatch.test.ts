import { describe, expect, test } from 'vitest';
import { commandMatch } from './commandMatch.ts';

const rank = (search: string, title: string, about?: string): number =>
  commandMatch(title, search, about === undefined ? [] : [about]);

describe('finding a command', () => {
  test('everything fits an empty search', () => {
    expect(rank('', 'Summary of the run')).toBe(1);
  });

  test('each word has to stand somewhere', () => {
    expect(rank('kubernetes 1.33', 'Kubernetes 1.33')).toBeGreaterThan(0);
    expect(rank('kubernetes 1.33', 'Kubernetes 1.34')).toBe(0);
    expect(rank('window next', 'Next sync decided by: scale-down window')).toBeGreaterThan(0);
  });

  test('letters scattered over a sentence do not count', () => {
    expect(rank('qqqq', 'Open “Queue”', 'A quick question about queues and quotas')).toBe(0);
  });

  test('the start of the title before a word of it, before the middle of one, before the sentence', () => {
    const ranks = [
      rank('play', 'Play'),
      rank('play', 'Do play'),
      rank('play', 'Replay'),
      rank('play', 'Pause', 'or play'),
    ];
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(new Set(ranks).size).toBe(4);
  });
});
