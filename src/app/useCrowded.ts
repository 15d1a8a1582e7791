import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useApp } from './context.tsx';

/** Whether the charts have to be lower so that all metrics stay on one screen: from three on, on a projector always. */
export function useCrowded(phone: boolean): boolean {
  const low = useMediaQuery('(max-height: 800px)');
  const metrics = useApp((state) => state.trace?.metrics.length ?? 0);
  return !phone && (low || metrics > 2);
}
