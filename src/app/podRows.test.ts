import { describe, expect, test } from 'vitest';
import type { PodLife } from '../core/index.ts';
import { podRows, sortedPodRows } from './podRows.ts';

const POD: PodLife = {
  name: 'web-b',
  createdSeconds: 10,
  scheduledSeconds: 11,
  startedSeconds: 15,
  readySeconds: 25,
  deletedSeconds: 400,
  goneSeconds: 430,
  revision: 1,
  node: 'node-2',
  containerRestarts: 1,
  endedBy: 'scaledDown',
  size: {},
  turns: [
    { atSeconds: 20, kind: 'ready' },
    { atSeconds: 22, kind: 'unready' },
    { atSeconds: 22, kind: 'oomKilled' },
    { atSeconds: 23, kind: 'restarted' },
    { atSeconds: 25, kind: 'ready' },
  ],
};
const OLD: PodLife = {
  ...POD,
  name: 'web-a',
  createdSeconds: -3620,
  readySeconds: -3600,
  deletedSeconds: Number.NaN,
  goneSeconds: Number.NaN,
  turns: [],
  endedBy: '',
};
const { turns: _none, ...QUIET } = OLD;
const PODS = [POD, QUIET];

function texts(seconds: number, all = false): readonly string[] {
  return podRows(PODS, seconds, all).map(({ cells }) =>
    Object.values(cells)
      .map(({ text }) => text)
      .join('|'),
  );
}

describe('rows of pods', () => {
  test('say what a pod is at an instant, with ages as kubectl prints them', () => {
    expect(texts(300)).toEqual([
      'web-b|Running, ready|4m35s|1, killed at its memory limit at 00:00:22|4m50s|00:00:10|node-2|1|',
      'web-a|Running, ready|65m|0|65m|before the start|node-2|1|',
    ]);
    expect(texts(410)[0]).toBe(
      'web-b|Terminating|10s|1, killed at its memory limit at 00:00:22|6m40s|00:00:10|node-2|1|scaled down at 00:06:40',
    );
  });

  test('leave out who is not there, unless all are asked for', () => {
    expect(texts(5)).toHaveLength(1);
    expect(texts(5, true)[0]).toBe('web-b|Not created yet||0||00:00:10|node-2|1|');
    expect(texts(500, true)[0]).toContain('web-b|Gone||1, ');
    expect(texts(500, true)[0]).toContain('|7m|00:00:10|');
  });

  test('are sorted by what a column means, not by its text', () => {
    const rows = podRows(PODS, 300, false);
    const names = (column: 'age' | 'name' | 'restarts', direction: 1 | -1) =>
      sortedPodRows(rows, { column, direction }).map(({ pod }) => pod.name);
    expect(names('age', 1)).toEqual(['web-b', 'web-a']);
    expect(names('age', -1)).toEqual(['web-a', 'web-b']);
    expect(names('name', 1)).toEqual(['web-a', 'web-b']);
    expect(names('restarts', -1)).toEqual(['web-b', 'web-a']);
  });
});
