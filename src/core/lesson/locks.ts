/** Which parts of a scenario the learner is not to touch, and which of them were. */
import type { HorizontalPodAutoscaler } from '../autoscaling/types.ts';
import { readManifest } from '../manifest/read.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { LOCKABLE_PARTS, type Lock } from './types.ts';

const FIELD = 'manifest:';

/** `load`, `cluster`, `manifest:spec.maxReplicas`; undefined for anything else. */
export function readLock(text: string): Lock | undefined {
  const part = LOCKABLE_PARTS.find((candidate) => candidate === text);
  if (part !== undefined) return { part };
  const path = text.startsWith(FIELD) ? text.slice(FIELD.length).split('.') : [];
  return path.length > 0 && !path.includes('') ? { part: 'field', path } : undefined;
}

/** As `readLock` reads it. */
export function lockText(lock: Lock): string {
  return lock.part === 'field' ? `${FIELD}${lock.path.join('.')}` : lock.part;
}

function fieldAt(hpa: HorizontalPodAutoscaler, path: readonly string[]): unknown {
  let value: unknown = hpa;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}

function read({ manifest, kubernetes, featureGates, hpa }: Scenario): ReadManifest | undefined {
  return readManifest(manifest, kubernetes, featureGates, hpa === undefined ? {} : { hpa }).manifest;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isBroken(lock: Lock, start: Scenario, now: Scenario): boolean {
  switch (lock.part) {
    case 'load':
      return !same(start.loads, now.loads);
    case 'field': {
      const [before, after] = [read(start), read(now)];
      // What cannot be read cannot be run either; that is said elsewhere.
      if (before === undefined || after === undefined) return false;
      return !same(fieldAt(before.hpa, lock.path), fieldAt(after.hpa, lock.path));
    }
    case 'workload':
      return !same(read(start)?.workload, read(now)?.workload);
    default:
      return !same(start[lock.part], now[lock.part]);
  }
}

/**
 * The locks that a changed scenario has broken.
 *
 * @rule LS4
 */
export function brokenLocks(locked: readonly Lock[], start: Scenario, now: Scenario): readonly Lock[] {
  return locked.filter((lock) => isBroken(lock, start, now));
}
