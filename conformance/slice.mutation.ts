/**
 * A slice of the recorded traces that tells mutants of the controller apart, one test each, so that a mutant meets only
 * the traces that reach it. For `npm run test:mutation`; `conformance.test.ts` replays everything.
 *
 * Chosen by running every hand-written trace of the newest minor, and those that differ in others, against every
 * mutant: these killed one that no quicker trace had killed.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Minor } from '../src/core/releases/index.ts';
import { readTrace } from './files.ts';
import { replayTrace } from './replay.ts';

const VECTORS = fileURLToPath(new URL('./vectors', import.meta.url));

/** minor -> names of traces that its folder holds */
const SLICE = {
  '1.37': `
    basic-memory-average-value behavior-percent-zero-down clamp-manual-scale clamp-min-above-max
    clamp-min-equals-max clamp-scale-up-limit-equals-max error-only-metric-fails-cpu-average
    error-only-metric-fails-pods error-percent-sign-in-text error-scale-update-conflict-forever
    error-scale-update-conflict-get-error error-status-update-and-metrics external-empty
    lifecycle-gate-off-StaleControllerConsistencyHPA lifecycle-restart number-ceil
    number-external-overflow-value number-huge-cpu-average number-many-pods
    number-max-int32-replicas number-quantity-formats number-target-utilization-zero
    number-target-zero number-target-zero-average object-namespace object-no-target
    pods-failed-and-deleting pods-metric pods-metric-window-edge pods-missing-average-value
    pods-missing-custom-metric pods-missing-metrics-at-target pods-no-condition-or-start pods-none
    pods-pending-custom-metric pods-ready-unknown pods-rolling-update
    pods-samples-of-unknown-pods-average pods-unready-custom-metric pods-unready-memory
    requests-differ-between-pods requests-missing-average-value
    requests-pod-level-container-resource requests-pod-level-cpu-only-memory-metric
    requests-pod-level-memory-only resource-ephemeral-storage resource-no-target
    resource-sample-without-that-resource selector-ambiguous-broader selector-missing
    selector-percent-sign selector-second-hpa-harmless several-fail-and-hold stabilization-up-60
    target-get-forbidden target-no-api-version target-unknown-kind unknown-metric-type
    zero-condition-rescale-gate-off zero-cpu-only-gate-on zero-manual zero-metric-removed
    zero-metric-removed-gate-on zero-min-raised zero-min-raised-gate-off zero-min-raised-no-behavior
    zero-min-raised-no-behavior-gate-off zero-min-raised-no-behavior-gate-on zero-object-average
    zero-policy zero-scaled-by-hand-up-gate-off zero-scaled-by-hand-up-gate-on
    zero-scaling-disabled-behavior`,
  '1.35': `
    zero-cpu-only-gate-on zero-min-raised-no-behavior-gate-on`,
  '1.34': `
    number-external-overflow-value`,
  '1.33': `
    error-scale-update-conflict-thrice error-status-update-bad-api-version
    external-bad-selector-average number-external-overflow-average object-bad-selector
    pods-unready-memory target-no-api-version target-wrong-group`,
  '1.32': `
    container-resource-missing-container number-object-huge-ratio number-target-zero-average
    object-both-targets object-selector`,
  '1.27': `
    container-resource-partly-missing container-resource-sample-but-no-container
    error-metrics-api-missing error-metrics-empty error-only-metric-fails-cpu-average
    error-scale-update-conflict-get-error external-bad-selector-value external-no-target
    external-value-no-pods object-average-missing object-no-target object-value-no-pods
    pods-missing-custom-metric pods-samples-of-unknown-pods pods-unready-and-missing
    resource-no-target selector-ambiguous-broader selector-percent-sign several-all-fail
    several-two-fail unknown-metric-type`,
} as const satisfies Partial<Record<Minor, string>>;

describe.each(Object.entries(SLICE) as readonly (readonly [Minor, string])[])('%s', (minor, names) => {
  it.each(names.trim().split(/\s+/))('%s', (name) => {
    expect(replayTrace(readTrace(VECTORS, minor, name), minor).mismatches).toEqual([]);
  });
});
