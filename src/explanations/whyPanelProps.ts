/** What *Why this step?* shows, as data. The panel knows no store: whoever holds the run hands one of these in. */
import type { Explanation } from '../core/explanation/types.ts';
import type { SyncStep } from '../core/trace/types.ts';

/** One sync with its explanation. */
export interface ExplainedSync {
  readonly step: SyncStep;
  readonly explanation: Explanation;
}

export type WhyState =
  /** no finished run, so there is no sync to explain; `message` says why where it is known, `title` what it comes to */
  | { readonly kind: 'empty'; readonly message?: string; readonly title?: string }
  /** asked for and not there yet; `last` stays on show, dimmed, so that scrubbing does not flicker */
  | { readonly kind: 'pending'; readonly last?: ExplainedSync }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'ready' } & ExplainedSync);

export interface WhyPanelProps {
  readonly state: WhyState;
  /** syncs in the run, for "sync 88 of 240"; left out when unknown */
  readonly syncCount?: number;
  /** to the sync at that instant, seconds since the start of the run */
  readonly onGoTo?: (seconds: number) => void;
}
