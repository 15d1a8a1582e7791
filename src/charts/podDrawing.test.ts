import { describe, expect, it } from 'vitest';
import type { PodLife } from '../core/index.ts';
import { plotFrame, wholeRun } from './frame.ts';
import { barHeight, drawPods, laneHeight } from './podDrawing.ts';

const LIFE: PodLife = {
  name: 'web-1',
  createdSeconds: 10,
  scheduledSeconds: 20,
  startedSeconds: 30,
  readySeconds: 40,
  deletedSeconds: 80,
  goneSeconds: 100,
  revision: 1,
  containerRestarts: 0,
  endedBy: 'scaledDown',
  size: {},
};

const FRAME_VALUES = { bottom: 0, top: 1 };
/** One pixel a second. */
const FRAME = plotFrame({ width: 376, height: 20 }, false, wholeRun(300), { bottom: 0, top: 1 });
const FIRST = { laneOf: Int32Array.of(0) };

function draw(life: Partial<PodLife>, frame = FRAME) {
  return drawPods([{ ...LIFE, ...life }], FIRST, 10, frame);
}

describe('drawPods', () => {
  it('has a rectangle for each span, in the path of its phase', () => {
    expect(draw({}).phases).toEqual({
      pending: 'M10 0h10v8h-10z',
      pulling: 'M20 0h10v8h-10z',
      starting: 'M30 0h10v8h-10z',
      ready: 'M40 0h40v8h-40z',
      unready: '',
      waiting: '',
      terminating: 'M80 0h20v8h-20z',
    });
  });

  it('puts each pod into its row', () => {
    const { phases } = drawPods([LIFE, LIFE], { laneOf: Int32Array.of(3, 1) }, 10, FRAME);
    expect(phases.ready).toBe('M40 30h40v8h-40zM40 10h40v8h-40z');
  });

  it('draws what is shown, and nothing of a life that is not', () => {
    const part = plotFrame(
      { width: 376, height: 20 },
      false,
      { durationSeconds: 300, fromSeconds: 60, toSeconds: 90 },
      FRAME_VALUES,
    );
    expect(draw({}, part).phases).toMatchObject({
      ready: 'M0 0h200v8h-200z',
      terminating: 'M200 0h100v8h-100z',
    });
    expect(draw({ createdSeconds: 91 }, part).phases.ready).toBe('');
  });

  it('shows even the shortest life', () => {
    const day = plotFrame({ width: 376, height: 20 }, false, wholeRun(864_000), FRAME_VALUES);
    const { phases } = draw({}, day);
    expect(Object.values(phases).filter((path) => path !== '')).toEqual(['M0 0h1v8h-1z']);
  });

  it('marks ends that nobody planned', () => {
    const turns = [{ atSeconds: 60, kind: 'oomKilled' }] as const;
    expect(draw({}).containerEnds + draw({}).podEnds).toBe('');
    expect(draw({ turns }).containerEnds).toMatch(/^M57 /);
    const loop = [60, 61, 62, 68].map((atSeconds) => ({ atSeconds, kind: 'crashed' as const }));
    expect(draw({ turns: loop }).containerEnds.match(/M/g)).toHaveLength(2);
    expect(draw({ endedBy: 'evicted' }).podEnds).toMatch(/^M80 /);
  });
});

describe('the height of a row', () => {
  it.each([
    [8, 13],
    [60, 8],
    [200, 5],
    [201, 2],
  ])('%d rows of %d pixels', (lanes, height) => {
    expect(laneHeight(lanes)).toBe(height);
  });

  it('leaves a gap between rows, but for the overview', () => {
    expect([13, 8, 5, 2].map(barHeight)).toEqual([11, 6, 4, 2]);
  });
});
