/** A path that follows the drawn run by its ref: no render stands between a run and its line. */
import { type SVGProps, useRef } from 'react';
import type { Trace } from '../core/index.ts';
import { useFollow, useTimeAxis } from './TimeAxis.tsx';

interface RunPathProps extends Omit<SVGProps<SVGPathElement>, 'd' | 'ref'> {
  /** SVG path data of a run */
  readonly of: (trace: Trace) => string;
}

export function RunPath({ of, ...look }: RunPathProps) {
  const { run } = useTimeAxis();
  const path = useRef<SVGPathElement>(null);
  useFollow(run, () => {
    const trace = run.get();
    if (path.current !== null) setPath(path.current, trace === undefined ? '' : of(trace));
  });
  return <path ref={path} {...look} />;
}

/** Writes it only where it differs: an equal line costs no painting. */
export function setPath(path: SVGPathElement, d: string): void {
  if (path.getAttribute('d') !== d) path.setAttribute('d', d);
}
