/** The manifest of a scenario as it runs. Apart from the scenario's other parts: reading needs the parsers. */
import { readManifest } from '../manifest/read.ts';
import type { ManifestResult } from '../manifest/types.ts';
import type { Scenario } from './types.ts';

/**
 * Reads the manifest for the scenario's minor and gates, and of several HPAs the one that the scenario names.
 *
 * @rule SC5
 */
export function readScenario({
  manifest,
  kubernetes,
  featureGates,
  hpa,
}: Pick<Scenario, 'manifest' | 'kubernetes' | 'featureGates' | 'hpa'>): ManifestResult {
  return readManifest(manifest, kubernetes, featureGates, hpa === undefined ? {} : { hpa });
}
