/** The whole simulation, from the text of a scenario to its trace, on this thread and in a worker. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Scenario, Trace } from '../src/core/index.ts';
import { bareArithmetic } from './bareArithmetic.ts';
import { type Built, buildSimulation } from './built.ts';
import { timesOf } from './measure.ts';
import { type BenchSize, benchScenario } from './scenarios.ts';
import { table } from './table.ts';

interface Case extends BenchSize {
  readonly name: string;
  /** runs that count */
  readonly runs: number;
}

const WARM_UPS = 4;
const HOUR = 240;
const DAY = 24 * HOUR;

const RESTLESS = { pods: 50, policies: 0, load: 'restless' } as const;
const DIURNAL = { ...RESTLESS, load: 'diurnal' } as const;

const CASES: readonly Case[] = [
  { ...RESTLESS, name: '1 h', syncs: HOUR, metrics: 1, runs: 15 },
  { ...RESTLESS, name: '1 h', syncs: HOUR, metrics: 3, runs: 15 },
  { ...DIURNAL, name: '24 h', syncs: DAY, metrics: 1, runs: 15 },
  { ...DIURNAL, name: '24 h', syncs: DAY, metrics: 3, runs: 15 },
  { ...RESTLESS, name: '24 h', syncs: DAY, metrics: 1, runs: 15 },
  { ...RESTLESS, name: '24 h', syncs: DAY, metrics: 3, runs: 15 },
  { ...RESTLESS, name: '24 h', syncs: DAY, metrics: 1, pods: 1000, runs: 5 },
  { ...DIURNAL, name: '30 d', syncs: 30 * DAY, metrics: 1, runs: 5 },
];

export interface SimulationRow extends Case {
  /** milliseconds, median */
  readonly inProcessMs: number;
  /** processor time of the same, median */
  readonly cpuMs: number;
  /** from posting the scenario to having the trace, structured clone both ways included */
  readonly inWorkerMs: number;
  /** processor time of the bare arithmetic, median */
  readonly bareMs: number;
  /** processor time over that of the bare arithmetic */
  readonly ratio: number;
  readonly syncsPerSecond: number;
  /** how often the replicas went up or down */
  readonly rescales: number;
}

async function askWorker(worker: Worker, scenario: Scenario): Promise<Trace> {
  const answer = once(worker, 'message');
  worker.postMessage(scenario);
  const [trace] = (await answer) as [Trace];
  return trace;
}

async function measure({ runScenario }: Built, worker: Worker, one: Case): Promise<SimulationRow> {
  const { name, syncs, pods, metrics, runs } = one;
  const scenario = benchScenario(one);
  const { syncs: made, scaleUps, scaleDowns } = runScenario(scenario).summary;
  if (made !== syncs) throw new Error(`${name} has ${made} syncs instead of ${syncs}`);
  const { wallMs: inProcessMs, cpuMs } = await timesOf(runs, WARM_UPS, () => runScenario(scenario));
  const { wallMs: inWorkerMs } = await timesOf(runs, WARM_UPS, () => askWorker(worker, scenario));
  const { cpuMs: bareMs } = await timesOf(runs, WARM_UPS, () => bareArithmetic(syncs, pods, metrics));
  const ratio = cpuMs / bareMs;
  return {
    ...one,
    inProcessMs,
    cpuMs,
    inWorkerMs,
    bareMs,
    ratio,
    rescales: scaleUps + scaleDowns,
    syncsPerSecond: (syncs / inProcessMs) * 1000,
  };
}

export async function measureSimulation(): Promise<readonly SimulationRow[]> {
  const built = await buildSimulation();
  const worker = new Worker(built.workerUrl);
  try {
    const rows: SimulationRow[] = [];
    for (const one of CASES) rows.push(await measure(built, worker, one));
    return rows;
  } finally {
    await worker.terminate();
  }
}

export function describeSimulation(rows: readonly SimulationRow[]): readonly string[] {
  return table(
    [
      'scenario',
      'load',
      'pods',
      'metrics',
      'syncs',
      'rescales',
      'in process',
      'CPU',
      'in worker',
      'bare sums',
      'times bare',
      'syncs/s',
    ],
    rows.map((row) => [
      row.name,
      row.load,
      String(row.pods),
      String(row.metrics),
      String(row.syncs),
      String(row.rescales),
      `${row.inProcessMs.toFixed(1)} ms`,
      `${row.cpuMs.toFixed(1)} ms`,
      `${row.inWorkerMs.toFixed(1)} ms`,
      `${row.bareMs.toFixed(3)} ms`,
      row.ratio.toFixed(1),
      Math.round(row.syncsPerSecond).toLocaleString('en-US'),
    ]),
  );
}
