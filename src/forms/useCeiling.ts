import { useState } from 'react';
import { ceilingFor } from './quantity.ts';

/** The end of a slider that has none of its own. It stays where it is while somebody drags. */
export function useCeiling(value: number, least: number): { ceiling: number; settle: () => void } {
  const [ceiling, setCeiling] = useState(() => ceilingFor(value, least));
  const fitting = ceilingFor(value, least);
  const isFar = value > ceiling || fitting > ceiling * 4 || fitting < ceiling / 4;
  return {
    ceiling: isFar && value > ceiling ? fitting : ceiling,
    settle: () => isFar && setCeiling(fitting),
  };
}
