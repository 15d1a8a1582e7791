/** Runs seven days and prints what that took of memory, as JSON; `memory.ts` starts it with `--expose-gc`. */
import type { MemoryFigures } from './memory.ts';
import { runScenario } from './runScenario.ts';
import { benchScenario } from './scenarios.ts';

const MIB = 1024 * 1024;
const SYNCS = 7 * 5760;
/** `maxRSS` counts KiB */
const RSS_UNIT = 1024;

function heldMi(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MIB;
}

function peakMi(): number {
  return (process.resourceUsage().maxRSS * RSS_UNIT) / MIB;
}

// everything is loaded and compiled before it is measured
runScenario(benchScenario({ syncs: 240, metrics: 1, pods: 50, policies: 0, load: 'restless' }));
const before = { held: heldMi(), peak: peakMi() };
const trace = runScenario(
  benchScenario({ syncs: SYNCS, metrics: 1, pods: 50, policies: 0, load: 'restless' }),
);
const figures: MemoryFigures = {
  syncs: trace.summary.syncs,
  keptMi: heldMi() - before.held,
  peakMi: peakMi() - before.peak,
};
console.log(JSON.stringify(figures));
// the trace is still needed here: what it holds has been measured
if (trace.syncs.atSeconds.length !== SYNCS) process.exitCode = 1;
