/** Random events of a run. */
import { CHANGEABLE_SETTINGS, type TimelineEvent } from '../../core/index.ts';
import type { Dice } from './dice.ts';
import { type Identity, randomEdit } from './manifest.ts';

/**
 * What the controller is told of comes between reconciles, never at the instant of one: their instants are multiples
 * of five seconds, counted from the start or from an earlier edit. Four edits can keep clear of all of them.
 */
const GRID_SECONDS = 5;

type Choice = TimelineEvent extends infer E
  ? E extends TimelineEvent
    ? Omit<E, 'id' | 'atSeconds'>
    : never
  : never;

function edit(dice: Dice, identity: Identity): Choice {
  if (dice.chance(0.3)) return { kind: 'restartController' };
  return { kind: 'applyManifest', manifest: randomEdit(dice, identity) };
}

function lasting(dice: Dice): number {
  return dice.whole(5, 400);
}

function disturbance(dice: Dice): Choice {
  const count = dice.whole(1, 4);
  const kind = dice.pick([
    'rollout',
    'killPods',
    'unreadyPods',
    'crashPods',
    'loseNode',
    'metricsOutage',
    'metricsOutage',
    'missingSamples',
    'scale',
    'setRequests',
    'changeSetting',
  ] as const);
  switch (kind) {
    case 'rollout':
      return { kind };
    case 'killPods':
    case 'loseNode':
      return { kind, count };
    case 'unreadyPods':
    case 'crashPods':
    case 'missingSamples':
      return { kind, count, seconds: lasting(dice) };
    case 'metricsOutage':
      return { kind, api: dice.pick(['resource', 'custom', 'external'] as const), seconds: lasting(dice) };
    case 'scale':
      return { kind, replicas: dice.whole(0, 12) };
    case 'setRequests':
      return { kind, cpu: `${dice.whole(50, 600)}m`, memory: `${dice.whole(100, 500)}Mi` };
    case 'changeSetting':
      return { kind, setting: dice.pick(CHANGEABLE_SETTINGS), value: dice.whole(0, 20) };
  }
}

/** Up to four edits and restarts, each clear of every reconcile, and up to six other events. */
export function randomEvents(dice: Dice, identity: Identity, durationSeconds: number): TimelineEvent[] {
  const steps = Math.floor(durationSeconds / GRID_SECONDS) - 2;
  const edits = dice.several(0, GRID_SECONDS - 1, (index) => ({
    id: `edit-${index + 1}`,
    atSeconds: dice.whole(1, steps) * GRID_SECONDS + index + 1,
    ...edit(dice, identity),
  }));
  const others = dice.several(0, 6, (index) => ({
    id: `event-${index + 1}`,
    atSeconds: dice.whole(1, durationSeconds - 1),
    ...disturbance(dice),
  }));
  return [...edits, ...others];
}
