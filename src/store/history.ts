/**
 * Undo for everything but what was typed into the manifest: the editor has its own undo, and a step here must not take
 * back what was typed since. A step that put another text in place takes that along, as long as it still stands.
 * Pure: histories in, histories out.
 */
import type { Scenario } from '../core/index.ts';

export interface HistoryStep {
  readonly scenario: Scenario;
  /** the text that the step put in the place of this scenario's; undefined: it left the text alone */
  readonly replacedBy?: string;
}

export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** the scenario before the gesture that is under way */
  readonly gestureBase: Scenario | undefined;
}

const MAX_STEPS = 200;

export const emptyHistory: History = { past: [], future: [], gestureBase: undefined };

/** @param replacedBy the text that the step put in the place of the one before */
export function recordStep(history: History, before: Scenario, replacedBy?: string): History {
  return {
    past: [...history.past, stepOf(before, replacedBy)].slice(-MAX_STEPS),
    future: [],
    gestureBase: undefined,
  };
}

interface Step {
  readonly scenario: Scenario;
  readonly history: History;
}

/** Undefined when there is nothing to take back. */
export function undoStep(history: History, present: Scenario): Step | undefined {
  const before = history.past.at(-1);
  if (before === undefined) return undefined;
  const { scenario, back } = travel(before, present);
  return {
    scenario,
    history: { past: history.past.slice(0, -1), future: [...history.future, back], gestureBase: undefined },
  };
}

/** Undefined when nothing was taken back since the last change. */
export function redoStep(history: History, present: Scenario): Step | undefined {
  const after = history.future.at(-1);
  if (after === undefined) return undefined;
  const { scenario, back } = travel(after, present);
  return {
    scenario,
    history: { past: [...history.past, back], future: history.future.slice(0, -1), gestureBase: undefined },
  };
}

/** Where a step leads, and the step that leads back from there. */
function travel(to: HistoryStep, present: Scenario): { scenario: Scenario; back: HistoryStep } {
  if (to.replacedBy !== present.manifest) {
    return { scenario: { ...to.scenario, manifest: present.manifest }, back: stepOf(present) };
  }
  return { scenario: to.scenario, back: stepOf(present, to.scenario.manifest) };
}

function stepOf(scenario: Scenario, replacedBy?: string): HistoryStep {
  return replacedBy === undefined ? { scenario } : { scenario, replacedBy };
}
