/** The patterns that tell limiters of one colour apart, as SVG fills over the colour. */
import { memo } from 'react';
import type { LimiterPattern } from './limiters.ts';

type DrawnPattern = Exclude<LimiterPattern, 'solid'>;

/** Stroke of one tile of 6×6 pixels. */
const TILES: Readonly<Record<DrawnPattern, string>> = {
  risingLines: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  fallingLines: 'M-1 -1L7 7M5 -1L7 1M-1 5L1 7',
  horizontalLines: 'M0 3H6',
  verticalLines: 'M3 0V6',
  dots: 'M2 3h2',
  cross: 'M0 0L6 6M6 0L0 6',
};

export function patternFill(base: string, pattern: DrawnPattern): string {
  return `url(#${base}-${pattern})`;
}

/** @param base prefix of the ids, unique in the page */
export const LimiterPatternDefs = memo(function LimiterPatternDefs({ base }: { readonly base: string }) {
  return (
    <defs>
      {(Object.keys(TILES) as DrawnPattern[]).map((pattern) => (
        <pattern key={pattern} id={`${base}-${pattern}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path
            d={TILES[pattern]}
            stroke="var(--panel)"
            strokeWidth={pattern === 'dots' ? 2 : 1}
            strokeOpacity="0.75"
            fill="none"
          />
        </pattern>
      ))}
    </defs>
  );
});
