/** The page's worker in a thread of Node: a scenario in, its trace out. */
import { parentPort } from 'node:worker_threads';
import type { Scenario } from '../src/core/index.ts';
import { runScenario } from './runScenario.ts';

parentPort?.on('message', (scenario: Scenario) => {
  parentPort?.postMessage(runScenario(scenario));
});
