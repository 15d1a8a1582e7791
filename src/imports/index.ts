/** Load from texts: separated values and Prometheus answers in, points of a load curve out. */

export { readLoadText } from './readLoadText.ts';
export { LONGEST_IMPORT, type Recognised, recognise, refusalBySize } from './recognise.ts';
export { looksLikeCounter, perSecond, sumSeries } from './series.ts';
export { type ShapedLoad, toPoints, USUAL_POINTS } from './toPoints.ts';
export type { LoadSeries, LoadTextChoices, LoadTextRead } from './types.ts';
