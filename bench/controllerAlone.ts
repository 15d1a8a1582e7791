/** The controller alone over the recorded traces of one minor: how many reconciles it does in a second. */
import { fileURLToPath } from 'node:url';
import { bareController, flatten } from './bareController.ts';
import { buildSimulation } from './built.ts';
import { timesOf } from './measure.ts';

const MINOR = '1.37';
const RUNS = 15;
const WARM_UPS = 6;
const BARE_RUNS = 50;
const VECTORS = fileURLToPath(new URL('../conformance/vectors', import.meta.url));

export interface ControllerFigures {
  readonly minor: string;
  readonly traces: number;
  readonly syncs: number;
  /** of one pass over all traces, medians */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** by processor time */
  readonly syncsPerSecond: number;
  /** the bare sums of the same samples, milliseconds of processor time, median */
  readonly bareMs: number;
  /** times the bare sums */
  readonly ratio: number;
}

export async function measureController(): Promise<ControllerFigures> {
  const { controllerReplay } = await buildSimulation();
  const traces = controllerReplay.decodeTraces(VECTORS, MINOR);
  const syncs = traces.reduce((sum, trace) => sum + trace.syncs.length, 0);
  const { wallMs, cpuMs } = await timesOf(RUNS, WARM_UPS, () => controllerReplay.replayAll(traces));
  const samples = flatten(traces);
  const bare = await timesOf(BARE_RUNS, WARM_UPS, () => bareController(samples));
  return {
    minor: MINOR,
    traces: traces.length,
    syncs,
    wallMs,
    cpuMs,
    syncsPerSecond: (syncs / cpuMs) * 1000,
    bareMs: bare.cpuMs,
    ratio: cpuMs / bare.cpuMs,
  };
}

export function describeController(figures: ControllerFigures): readonly string[] {
  const { minor, traces, syncs, wallMs, cpuMs, syncsPerSecond, bareMs, ratio } = figures;
  const count = (value: number) => Math.round(value).toLocaleString('en-US');
  return [
    `${minor}: ${count(traces)} traces, ${count(syncs)} syncs in ${wallMs.toFixed(1)} ms, ${cpuMs.toFixed(1)} ms CPU: ${count(syncsPerSecond)} syncs/s`,
    `bare sums of the same samples: ${bareMs.toFixed(2)} ms, ${count((syncs / bareMs) * 1000)} syncs/s; the controller takes ${ratio.toFixed(1)} times as long`,
  ];
}
