/** Bounds of a text that load is read from, checked before anything else is done with it. */
export const LOAD_TEXT_LIMITS = {
  /** UTF-16 code units; of a file, bytes */
  length: 16 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  /** of a Prometheus answer */
  series: 200,
  /** of all series together */
  samples: 1_000_000,
  /** of a cell that is read as a time or a number */
  cellLength: 100,
} as const;
