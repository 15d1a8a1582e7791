/** Where the recommendations of a window lie in its drawing. Pure. */
import type { ExplanationWindow } from '../core/explanation/types.ts';

/** Units of the drawing; it is scaled to its place. `baseline`: under the plot, above the words of the time axis. */
export const WINDOW_FRAME = { width: 320, height: 96, baseline: 80 } as const;

/** The part that lies before the window, so that one sees where it begins; and room for the count of now. */
const MARGIN = { before: 14, after: 34, top: 18, bottom: 10 } as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlacedWindow {
  /** one for each point of the window, this sync's own last */
  readonly dots: readonly Place[];
  /** each recommendation until the next one */
  readonly line: string;
  /** the window's span */
  readonly left: number;
  readonly right: number;
  readonly labels: {
    readonly held?: Place & { readonly text: string; readonly anchor: 'start' | 'middle' };
  };
}

export function placeWindow({ points, windowSeconds, holder }: ExplanationWindow): PlacedWindow {
  const left = MARGIN.before;
  const right = WINDOW_FRAME.width - MARGIN.after;
  const counts = points.map(({ replicas }) => replicas);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const plot = WINDOW_FRAME.baseline - MARGIN.top - MARGIN.bottom;
  const dots = points.map(({ secondsAgo, replicas }) => ({
    x: rounded(right - (secondsAgo / windowSeconds) * (right - left)),
    y: rounded(
      highest === lowest
        ? MARGIN.top + plot / 2
        : MARGIN.top + ((highest - replicas) / (highest - lowest)) * plot,
    ),
  }));
  const held = holder === undefined ? undefined : dots[holder];
  const isNearEdge = held !== undefined && held.x < left + 12;
  return {
    dots,
    line: dots.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join(''),
    left,
    right,
    labels:
      held === undefined || holder === undefined
        ? {}
        : {
            held: {
              x: isNearEdge ? held.x - 4 : held.x,
              y: held.y - 8,
              text: `${points[holder]?.replicas}`,
              anchor: isNearEdge ? 'start' : 'middle',
            },
          },
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
