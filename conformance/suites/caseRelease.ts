/** The minor that a file of cases was recorded with. */
import { type FeatureGates, isMinor, type Release, resolveRelease } from '../../src/core/releases/index.ts';
import type { CaseFile } from '../files.ts';

/** Throws for a minor that the core does not know: such a file cannot be checked. */
export function releaseOf({ kubernetes }: CaseFile, gates: FeatureGates = {}): Release {
  const minor = kubernetes.replace(/^v?(\d+\.\d+).*$/, '$1');
  if (!isMinor(minor)) throw new Error(`Kubernetes ${kubernetes} is not one of the minors that are modelled`);
  return resolveRelease(minor, gates);
}
