/** Go values that TypeScript has no type for. */

/**
 * A Go int64. A `number` while it is a safe integer, a `bigint` beyond that and never otherwise, so that the usual
 * case stays fast and the rare one exact. `int64.ts` normalizes.
 */
export type Int64 = number | bigint;

/** An error as Go code hands it on: the whole text, and the API reason where one matters (`Conflict` is retried). */
export interface GoError {
  readonly error: string;
  readonly reason?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: GoError };

/** @rule GO1 a failure as a value */
export function failure(error: string): { readonly ok: false; readonly error: GoError } {
  return { ok: false, error: { error } };
}
