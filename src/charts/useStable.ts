import { useEffect, useRef, useState } from 'react';

/** A callback whose identity never changes, so that a parent's inline function does not redraw what is memoised. */
export function useStable<Arguments extends unknown[]>(
  callback: (...values: Arguments) => void,
): (...values: Arguments) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  return useState(
    () =>
      (...values: Arguments) =>
        latest.current(...values),
  )[0];
}
