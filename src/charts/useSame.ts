import { useRef } from 'react';

/** The object of the render before, as long as nothing in it is another: who depends on it is not drawn again. */
export function useSame<T extends object>(value: T): T {
  const kept = useRef(value);
  if (!isSame(kept.current, value)) kept.current = value;
  return kept.current;
}

/** Of two objects with the same keys. */
function isSame<T extends object>(one: T, other: T): boolean {
  const keys = Object.keys(one) as (keyof T)[];
  return keys.every((key) => Object.is(one[key], other[key]));
}
