/** How a workload replaces and orders its pods, as written. */
import type { PathSegment } from './documents.ts';
import type { DeploymentStrategy, IntOrPercent, StatefulSetOrder } from './types.ts';
import type { FieldReader } from './workload.ts';

type Path = readonly PathSegment[];

/** @upstream pkg/apis/apps/v1/defaults.go SetDefaults_Deployment */
const DEFAULT_FENCE = '25%';
const PERCENT = /^\d{1,9}%$/;

function readFence(reader: FieldReader, path: Path): IntOrPercent {
  const value = reader.at(path);
  if (value === undefined) return DEFAULT_FENCE;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  if (typeof value === 'string' && PERCENT.test(value)) return value;
  reader.error(path, `\`${String(path.at(-1))}\` must be a count such as 1, or a percentage such as 25%.`);
  return DEFAULT_FENCE;
}

function isZero(fence: IntOrPercent): boolean {
  return Number.parseInt(String(fence), 10) === 0;
}

function readRollingUpdate(reader: FieldReader, path: Path): DeploymentStrategy {
  reader.mapping(path);
  const maxSurge = readFence(reader, [...path, 'maxSurge']);
  const maxUnavailable = readFence(reader, [...path, 'maxUnavailable']);
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    reader.error([...path, 'maxUnavailable'], '`maxUnavailable` may not be 0 when `maxSurge` is 0.');
  }
  return { type: 'RollingUpdate', maxSurge, maxUnavailable };
}

/**
 * The strategy of a Deployment.
 *
 * @returns undefined when none is written
 * @rule MF2
 */
export function readStrategy(reader: FieldReader): DeploymentStrategy | undefined {
  const path = ['spec', 'strategy'];
  if (reader.mapping(path) === undefined) return undefined;
  const type = reader.text([...path, 'type']) ?? 'RollingUpdate';
  if (type === 'RollingUpdate') return readRollingUpdate(reader, [...path, 'rollingUpdate']);
  if (type !== 'Recreate') reader.error([...path, 'type'], '`type` must be RollingUpdate or Recreate.');
  return { type: 'Recreate' };
}

/**
 * How a StatefulSet orders its pods.
 *
 * @returns undefined when nothing of it is written
 * @rule MF2
 */
export function readOrder(reader: FieldReader): StatefulSetOrder | undefined {
  const policy = reader.text(['spec', 'podManagementPolicy']);
  const path = ['spec', 'updateStrategy'];
  if (policy === undefined && reader.mapping(path) === undefined) return undefined;
  if (policy !== undefined && policy !== 'OrderedReady' && policy !== 'Parallel') {
    reader.error(['spec', 'podManagementPolicy'], '`podManagementPolicy` must be OrderedReady or Parallel.');
  }
  const type = reader.text([...path, 'type']) ?? 'RollingUpdate';
  if (type !== 'RollingUpdate' && type !== 'OnDelete') {
    reader.error([...path, 'type'], '`type` must be RollingUpdate or OnDelete.');
  }
  reader.mapping([...path, 'rollingUpdate']);
  return {
    podManagementPolicy: policy === 'Parallel' ? 'Parallel' : 'OrderedReady',
    updateStrategy: type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate',
    partition: reader.count([...path, 'rollingUpdate', 'partition'], 0, 0),
  };
}
