/** Runs of scenarios that are not on the page: the start of a lesson, its solution, what a pattern is compared with. */
import type { Scenario, Trace } from '../core/index.ts';
import { createSimulationClient, type SimulationClient } from '../worker/simulationClient.ts';
import { spawnWorker } from '../worker/spawnWorker.ts';

const WATCHDOG_MS = 10_000;
/** A worker that nobody has asked for this long goes, milliseconds. */
const IDLE_MS = 20_000;

const known = new WeakMap<Scenario, Promise<Trace>>();
let client: SimulationClient | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
/** The client keeps only the newest of what waits: so one is asked for after the other. */
let queue: Promise<unknown> = Promise.resolve();

async function runNow(scenario: Scenario): Promise<Trace> {
  clearTimeout(idle);
  client ??= createSimulationClient({ spawn: spawnWorker, watchdogMs: WATCHDOG_MS });
  try {
    const outcome = await client.run(scenario);
    if (outcome.type === 'ran' && outcome.trace !== undefined) return outcome.trace;
    throw new Error('message' in outcome ? outcome.message : 'The scenario does not run.');
  } finally {
    idle = setTimeout(() => {
      client?.dispose();
      client = undefined;
    }, IDLE_MS);
  }
}

/** Each scenario is run once. */
export function runOf(scenario: Scenario): Promise<Trace> {
  const already = known.get(scenario);
  if (already !== undefined) return already;
  const run = queue.then(() => runNow(scenario));
  known.set(scenario, run);
  queue = run.catch(() => known.delete(scenario));
  return run;
}
