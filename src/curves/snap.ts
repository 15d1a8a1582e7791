/** Round numbers for what a hand does: a drag lands on them, a key steps by them. Pure. */

/** Seconds that a person thinks in, ascending; beyond an hour, whole hours. */
const TIME_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600] as const;

/** The smallest step that a person thinks in and that is not finer than asked; whole seconds. */
export function timeStep(atLeastSeconds: number): number {
  return TIME_STEPS.find((step) => step >= atLeastSeconds) ?? Math.ceil(atLeastSeconds / 3600) * 3600;
}

/** The smallest of 1, 2, 5 times a power of ten that is not finer than asked. */
export function valueStep(atLeast: number): number {
  if (!(atLeast > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  // The tolerance keeps 0.2 from becoming 0.5 by the last digit of a logarithm.
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10;
  return tidy(factor * power);
}

export function snapTo(value: number, step: number): number {
  return tidy(Math.round(value / step) * step);
}

/** Without the last digits that doubles add: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Round instants about as fine as a pixel of a wide plot. */
export function fineTime(shownSeconds: number): number {
  return timeStep(shownSeconds / 1000);
}
