import type { Revision } from './revision.ts';
import type { SimulatedPod } from './simulatedPod.ts';

/** Told of the node that a pod is bound to; empty where room has no end. */
export type Bind = (node: string) => void;

/** Where pods may be created and where they go. What comes in here is the cluster's capacity. */
export interface PodPlacement {
  /** Whether a pod of this template may be created now; who refuses it has it tried again later. */
  admits(revision: Revision): boolean;
  /** Called when the scheduler comes to a pod; binds it at once, later, or never. */
  place(pod: SimulatedPod, bind: Bind): void;
  /** A pod is gone, and what it took is free. */
  release(pod: SimulatedPod): void;
}
