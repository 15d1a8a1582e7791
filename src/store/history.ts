/**
 * Undo for everything but the manifest's text: the editor has its own undo, and a step here must not take back what
 * was typed since. Pure: histories in, histories out.
 */
import type { Scenario } from '../core/index.ts';

export interface History {
  readonly past: readonly Scenario[];
  readonly future: readonly Scenario[];
  /** the scenario before the gesture that is under way */
  readonly gestureBase: Scenario | undefined;
}

const MAX_STEPS = 200;

export const emptyHistory: History = { past: [], future: [], gestureBase: undefined };

export function recordStep(history: History, before: Scenario): History {
  return { past: [...history.past, before].slice(-MAX_STEPS), future: [], gestureBase: undefined };
}

interface Step {
  readonly scenario: Scenario;
  readonly history: History;
}

/** Undefined when there is nothing to take back. */
export function undoStep(history: History, present: Scenario): Step | undefined {
  const before = history.past.at(-1);
  if (before === undefined) return undefined;
  return {
    scenario: { ...before, manifest: present.manifest },
    history: {
      past: history.past.slice(0, -1),
      future: [...history.future, present],
      gestureBase: undefined,
    },
  };
}

/** Undefined when nothing was taken back since the last change. */
export function redoStep(history: History, present: Scenario): Step | undefined {
  const after = history.future.at(-1);
  if (after === undefined) return undefined;
  return {
    scenario: { ...after, manifest: present.manifest },
    history: {
      past: [...history.past, present],
      future: history.future.slice(0, -1),
      gestureBase: undefined,
    },
  };
}
