/** Bounds of a saved document, whoever it comes from. What one run may ask for is bounded again by the simulation. */
export const SCENARIO_LIMITS = {
  /** UTF-16 code units; the same as what is read */
  manifestLength: 512 * 1024,
  /** a month */
  durationSeconds: 31 * 86_400,
  loads: 20,
  /** of one curve */
  points: 5_000,
  /** of a curve, in its own unit */
  loadValue: 1e9,
  /** any setting in seconds */
  seconds: 86_400,
  replicas: 10_000,
  cpuMillisecondsPerRequest: 1e6,
  cpuMilli: 1e6,
  memoryMi: 1e6,
  tolerance: 100,
  seed: 2 ** 31 - 1,
  /** of an id or a unit */
  nameLength: 100,
} as const;
