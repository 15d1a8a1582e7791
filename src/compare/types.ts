/** What a run is set beside. */
import type { Minor, Scenario } from '../core/index.ts';

/** One thing changed, everything else as it is. */
export type WhatIf =
  | { readonly id: 'noWindow' }
  | { readonly id: 'noPolicies' }
  | { readonly id: 'noTolerance' }
  | { readonly id: 'wideTolerance' }
  | { readonly id: 'twiceMin' }
  | { readonly id: 'twiceMax' }
  | { readonly id: 'fastSync' }
  /** `metric` is an index into spec.metrics */
  | { readonly id: 'withoutMetric'; readonly metric: number; readonly name: string }
  | { readonly id: 'freshMetrics' }
  | { readonly id: 'instantPods' }
  | { readonly id: 'minor'; readonly minor: Minor }
  /** these three of a ScaledObject only */
  | { readonly id: 'keepOne' }
  | { readonly id: 'noCooldown' }
  | { readonly id: 'scheduledMin' };

/** A scenario to run beside the present one, and what to call it. */
export type Rival =
  | { readonly ok: true; readonly label: string; readonly scenario: Scenario }
  /** for a reason that can be shown */
  | { readonly ok: false; readonly reason: string };
