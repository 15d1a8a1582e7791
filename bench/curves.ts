/** How the cost of a day grows with its syncs, pods, metrics and policies, one of them at a time. */
import { buildSimulation } from './built.ts';
import { timesOf } from './measure.ts';
import { type BenchSize, benchScenario } from './scenarios.ts';
import { table } from './table.ts';

const RUNS = 7;
const WARM_UPS = 2;
const USUAL: BenchSize = { syncs: 5760, metrics: 1, pods: 50, policies: 0, load: 'restless' };

type Varied = Exclude<keyof BenchSize, 'load'>;

const CURVES: Readonly<Record<Varied, readonly number[]>> = {
  syncs: [240, 720, 2160, 5760, 17_280],
  pods: [5, 50, 200, 500, 1000],
  metrics: [1, 3],
  policies: [0, 1, 4, 16],
};

export interface CurvePoint {
  /** what is varied; the rest is a day of 50 pods, one metric and no policies */
  readonly by: Varied;
  readonly size: number;
  /** milliseconds of processor time, median */
  readonly cpuMs: number;
  /** microseconds for each sync */
  readonly perSync: number;
}

export async function measureCurves(): Promise<readonly CurvePoint[]> {
  const { runScenario } = await buildSimulation();
  const points: CurvePoint[] = [];
  for (const by of Object.keys(CURVES) as Varied[]) {
    for (const size of CURVES[by]) {
      const chosen = { ...USUAL, [by]: size } as BenchSize;
      const scenario = benchScenario(chosen);
      const { cpuMs } = await timesOf(RUNS, WARM_UPS, () => runScenario(scenario));
      points.push({ by, size, cpuMs, perSync: (cpuMs / chosen.syncs) * 1000 });
    }
  }
  return points;
}

export function describeCurves(points: readonly CurvePoint[]): readonly string[] {
  return table(
    ['cost by', 'size', 'CPU', 'each sync'],
    points.map(({ by, size, cpuMs, perSync }) => [
      by,
      size.toLocaleString('en-US'),
      `${cpuMs.toFixed(1)} ms`,
      `${perSync.toFixed(2)} µs`,
    ]),
  );
}
