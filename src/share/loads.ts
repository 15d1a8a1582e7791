/** Load curves in short: what differs from the usual curve, and points as steps in time with their values. */

import type { LoadCurve } from '../core/load/types.ts';
import { SCENARIO_DEFAULTS } from '../core/scenario/defaults.ts';

const [USUAL] = SCENARIO_DEFAULTS.loads;

/** `[id, unit, interpolation, [step, value, step, value, ...]]`, 0 in place of what is usual */
export function toShortLoads(loads: readonly LoadCurve[]): unknown[] {
  return loads.map(({ id, unit, interpolation, points }) => {
    let last = 0;
    const steps = points.flatMap(({ atSeconds, value }) => {
      const step = atSeconds - last;
      last = atSeconds;
      return [step, value];
    });
    return [
      id === USUAL?.id ? 0 : id,
      unit === USUAL?.unit ? 0 : unit,
      interpolation === USUAL?.interpolation ? 0 : interpolation,
      steps,
    ];
  });
}

function fromShortLoad(short: unknown): unknown {
  if (!Array.isArray(short) || !Array.isArray(short[3])) return undefined;
  const [id, unit, interpolation, steps] = short as [unknown, unknown, unknown, unknown[]];
  const points: { atSeconds: number; value: unknown }[] = [];
  let atSeconds = 0;
  for (let index = 0; index < steps.length; index += 2) {
    atSeconds += Number(steps[index]);
    points.push({ atSeconds, value: steps[index + 1] });
  }
  return {
    id: id === 0 ? USUAL?.id : id,
    unit: unit === 0 ? USUAL?.unit : unit,
    interpolation: interpolation === 0 ? USUAL?.interpolation : interpolation,
    points,
  };
}

/** What was shortened, still to be checked as a part of a scenario. */
export function fromShortLoads(short: unknown): unknown {
  return Array.isArray(short) ? short.map(fromShortLoad) : undefined;
}
