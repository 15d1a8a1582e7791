import type { ReactNode } from 'react';
import { TwoClocks } from '../explanations/TwoClocks.tsx';
import { useApp } from './context.tsx';
import { twoClocksAt } from './twoClocks.ts';

/** KEDA beside the HPA at the selected sync; nothing before KEDA's first poll. */
export default function Clocks(): ReactNode {
  const trace = useApp((state) => state.trace);
  const sync = useApp((state) => state.selectedSync);
  const view = trace === undefined ? undefined : twoClocksAt(trace, sync);
  return view === undefined ? null : <TwoClocks view={view} />;
}
