/**
 * `npm run bench`: how long a simulation takes, from its scenario to its trace. `-- --json` prints one JSON document
 * instead of a table. What is measured and how: README.md.
 */
import { once } from 'node:events';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Scenario, Trace } from '../src/core/index.ts';
import { bareArithmetic } from './bareArithmetic.ts';
import { timesOf } from './measure.ts';
import { runScenario } from './runScenario.ts';
import { benchScenario } from './scenarios.ts';

const RUNS = 15;
const WARM_UPS = 4;
const PODS = 50;

interface Case {
  readonly name: string;
  readonly syncs: number;
  readonly metrics: 1 | 3;
}

const CASES: readonly Case[] = [
  { name: '1 h', syncs: 240, metrics: 1 },
  { name: '24 h', syncs: 5760, metrics: 1 },
  { name: '1 h', syncs: 240, metrics: 3 },
  { name: '24 h', syncs: 5760, metrics: 3 },
];

interface Row extends Case {
  /** milliseconds, median */
  readonly inProcessMs: number;
  /** processor time of the same, median */
  readonly cpuMs: number;
  /** from posting the scenario to having the trace, structured clone both ways included */
  readonly inWorkerMs: number;
  readonly bareMs: number;
  /** times the bare arithmetic */
  readonly ratio: number;
  readonly syncsPerSecond: number;
}

async function askWorker(worker: Worker, scenario: Scenario): Promise<Trace> {
  const answer = once(worker, 'message');
  worker.postMessage(scenario);
  const [trace] = (await answer) as [Trace];
  return trace;
}

async function measure(worker: Worker, { name, syncs, metrics }: Case): Promise<Row> {
  const scenario = benchScenario(syncs, metrics);
  const expected = runScenario(scenario).summary.syncs;
  if (expected !== syncs) throw new Error(`${name} has ${expected} syncs instead of ${syncs}`);
  const { wallMs: inProcessMs, cpuMs } = await timesOf(RUNS, WARM_UPS, () => runScenario(scenario));
  const { wallMs: inWorkerMs } = await timesOf(RUNS, WARM_UPS, () => askWorker(worker, scenario));
  const { wallMs: bareMs } = await timesOf(RUNS, WARM_UPS, () => bareArithmetic(syncs, PODS, metrics));
  return {
    name,
    syncs,
    metrics,
    inProcessMs,
    cpuMs,
    inWorkerMs,
    bareMs,
    ratio: inProcessMs / bareMs,
    syncsPerSecond: (syncs / inProcessMs) * 1000,
  };
}

function print(rows: readonly Row[]): void {
  console.log(`${PODS} pods, medians of ${RUNS} runs, ${machine()}\n`);
  console.log('scenario  metrics  syncs  in process        CPU  in worker   bare sums  times bare  syncs/s');
  for (const row of rows) {
    const cells = [
      row.name.padEnd(8),
      String(row.metrics).padStart(7),
      String(row.syncs).padStart(6),
      `${row.inProcessMs.toFixed(2)} ms`.padStart(11),
      `${row.cpuMs.toFixed(2)} ms`.padStart(10),
      `${row.inWorkerMs.toFixed(2)} ms`.padStart(10),
      `${row.bareMs.toFixed(3)} ms`.padStart(11),
      row.ratio.toFixed(1).padStart(11),
      Math.round(row.syncsPerSecond).toLocaleString('en-US').padStart(8),
    ];
    console.log(cells.join(' '));
  }
}

function machine(): string {
  const [first] = cpus();
  return `Node ${process.versions.node}, ${cpus().length} x ${first?.model.trim() ?? 'unknown'}`;
}

/** A thread does not inherit the loader of TypeScript, so it registers its own before it begins. */
function startWorker(): Worker {
  const url = new URL('./simulationWorker.ts', import.meta.url).href;
  const loader = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(url)})));`;
  return new Worker(loader, { eval: true });
}

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    console.error(`unknown argument ${unknown}\nusage: npm run bench -- [--json]`);
    return 2;
  }
  const worker = startWorker();
  try {
    const rows: Row[] = [];
    for (const one of CASES) rows.push(await measure(worker, one));
    if (args.includes('--json'))
      console.log(JSON.stringify({ machine: machine(), pods: PODS, runs: RUNS, rows }, null, 2));
    else print(rows);
    return 0;
  } finally {
    await worker.terminate();
  }
}

process.exitCode = await main(process.argv.slice(2));
