import { readManifest, type Scenario, simulate, type Trace } from '../src/core/index.ts';

/** From the text of a scenario to its trace, everything included. */
export function runScenario(scenario: Scenario): Trace {
  const { manifest, problems } = readManifest(scenario.manifest, scenario.kubernetes, scenario.featureGates);
  if (manifest === undefined) throw new Error(problems.map(({ message }) => message).join('; '));
  return simulate(scenario, manifest).trace;
}
