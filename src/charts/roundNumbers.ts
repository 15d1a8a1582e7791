/**
 * Round numbers for an axis: 1, 2 or 5 times a power of ten apart. Pure. The same numbers as d3-scale's, which would
 * bring colours, dates and interpolation along before the first chart.
 */

/** `count` steps are `count * times / per`: one of the two is 1, so that 3 steps of a tenth are 0.3 to the last digit. */
interface Step {
  readonly times: number;
  readonly per: number;
}

/** From which share on a factor is the nearer one: the border lies at the geometric mean of two neighbours. */
const FACTORS = [
  [Math.sqrt(50), 10],
  [Math.sqrt(10), 5],
  [Math.sqrt(2), 2],
] as const;

/** The round step that divides a span into about that many parts. */
function roundStep(span: number, parts: number): Step {
  const power = Math.floor(Math.log10(span / parts));
  const share = span / parts / 10 ** power;
  const factor = FACTORS.find(([from]) => share >= from)?.[1] ?? 1;
  return power < 0 ? { times: 1, per: 10 ** -power / factor } : { times: 10 ** power * factor, per: 1 };
}

function inSteps(value: number, { times, per }: Step): number {
  return (value / times) * per;
}

function toValue(steps: number, { times, per }: Step): number {
  return (steps * times) / per;
}

/** A wider span may want a wider step, and so on; two rounds are the rule. */
const ROUNDS = 10;

/** Both ends moved outwards onto round numbers. */
export function roundOutwards(bottom: number, top: number, parts: number): readonly [number, number] {
  let ends: readonly [number, number] = [bottom, top];
  let last: Step | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const step = roundStep(ends[1] - ends[0], parts);
    if (step.times === last?.times && step.per === last.per) return ends;
    ends = [
      toValue(Math.floor(inSteps(ends[0], step)), step),
      toValue(Math.ceil(inSteps(ends[1], step)), step),
    ];
    last = step;
  }
  return ends;
}

/** The round numbers from bottom to top, about that many parts apart. */
export function roundNumbers(bottom: number, top: number, parts: number): readonly number[] {
  const step = roundStep(top - bottom, parts);
  let first = Math.round(inSteps(bottom, step));
  let last = Math.round(inSteps(top, step));
  if (toValue(first, step) < bottom) first += 1;
  if (toValue(last, step) > top) last -= 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => toValue(first + index, step));
}
