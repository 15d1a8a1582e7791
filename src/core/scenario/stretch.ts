import type { LoadCurve, LoadPoint } from '../load/types.ts';
import { SCENARIO_LIMITS } from './limits.ts';
import type { Scenario } from './types.ts';

/**
 * The scenario with another duration, its load curves and events stretched along. Points that come to the same second
 * become one, which keeps the highest value; what would come to lie beyond the longest run is left out.
 *
 * @param durationSeconds whole seconds, 1 at least, at most what a scenario may have
 * @rule SC7
 */
export function stretchScenario(scenario: Scenario, durationSeconds: number): Scenario {
  const factor = durationSeconds / scenario.durationSeconds;
  const events = scenario.events.map((event) => ({
    ...event,
    atSeconds: Math.round(event.atSeconds * factor),
  }));
  return {
    ...scenario,
    durationSeconds,
    loads: scenario.loads.map((curve) => stretchCurve(curve, factor)),
    events: events.filter(isPossible),
  };
}

function isPossible({ atSeconds }: { readonly atSeconds: number }): boolean {
  return atSeconds <= SCENARIO_LIMITS.durationSeconds;
}

function stretchCurve(curve: LoadCurve, factor: number): LoadCurve {
  const points: LoadPoint[] = [];
  for (const { atSeconds, value } of curve.points) {
    const point = { atSeconds: Math.round(atSeconds * factor), value };
    const last = points.at(-1);
    if (last?.atSeconds !== point.atSeconds) points.push(point);
    else points[points.length - 1] = { ...last, value: Math.max(last.value, value) };
  }
  const possible = points.filter(isPossible);
  // Where all points lie far beyond the end, the curve is what it is at its first one.
  return {
    ...curve,
    points: possible.length > 0 ? possible : [{ atSeconds: 0, value: points[0]?.value ?? 0 }],
  };
}
