/**
 * What an embedded view and the page around it say to each other by `postMessage`. Whatever comes in is checked; the
 * worst that it can do is what the reader could do by hand. What goes out holds no secret.
 */
import * as v from 'valibot';

/** characters; as long as a link may be */
const LONGEST_LINK = 1_000_000;

const schema = v.variant('type', [
  /** another scenario: what stands behind `#` in its link */
  v.object({
    type: v.literal('hpa-playground:open'),
    link: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
  }),
  /** to the sync at or before this instant */
  v.object({
    type: v.literal('hpa-playground:seek'),
    seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
  v.object({ type: v.literal('hpa-playground:play') }),
  v.object({ type: v.literal('hpa-playground:pause') }),
]);

export type EmbedCommand = v.InferOutput<typeof schema>;

export type EmbedNews =
  /** the first run is on the charts */
  | { readonly type: 'hpa-playground:ready' }
  /** another sync is shown */
  | { readonly type: 'hpa-playground:sync'; readonly seconds: number; readonly replicas: number }
  /** pixels that the view needs to show every chart without scrolling */
  | { readonly type: 'hpa-playground:size'; readonly height: number };

/** @returns undefined: not for us, or not valid; neither is answered */
export function readCommand(data: unknown): EmbedCommand | undefined {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : undefined;
}
