/** Defaulting, and conversion between the versions of the API. */
import { fromV1, toV1 } from '../../src/core/autoscaling/conversionV1.ts';
import { defaultedObject, toV2Object, type WrittenHpa } from '../../src/core/autoscaling/decode.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';
import { parseManifest, readManifest } from './manifests.ts';

/** Compares one case of `defaults.json`. */
export function checkDefaults(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file);
  const { value, apiVersion } = parseManifest(item.in);
  return firstDifference(item.out, defaultedObject(value, apiVersion, release), 'out');
}

/** Compares one case of `beta.json`. */
export function checkBeta(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file);
  return firstDifference(item.v2, toV2Object(readManifest(item.in, release), release), 'v2');
}

/** Compares one case of `conversion.json`: to v2, to v1, and from there back. */
export function checkConversion(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file);
  const hpa = readManifest(item.in, release);
  const v1 = toV1(hpa, release);
  const back = fromV1(v1 as unknown as Parameters<typeof fromV1>[0], release) as unknown as WrittenHpa;
  return (
    firstDifference(item.v2, toV2Object(hpa, release), 'v2') ??
    firstDifference(item.v1, v1, 'v1') ??
    firstDifference(item.v1to2, toV2Object(back, release), 'v1to2')
  );
}
