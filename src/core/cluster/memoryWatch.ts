import { type Agenda, TURN } from './agenda.ts';
import { leakedMi, MIB } from './memoryModel.ts';
import type { PodSet } from './podSet.ts';
import { MODE, type ServingClass } from './servingClass.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { Workload } from './workload.ts';

/** How far one look goes ahead at most, seconds. */
const FURTHEST = 3600;
/** A look samples its span at so many places; a peak between two of them goes unseen. */
const PLACES = 32;
/** Halvings of the span between two places: from minutes to less than a microsecond. */
const HALVINGS = 30;
/** When nothing was to be killed after all, the next look begins this much later, seconds. */
const PAUSE = 1;

export interface MemoryWatchInput {
  readonly agenda: Agenda;
  readonly workload: Workload;
  readonly pods: PodSet;
  /** ends a pod's first container */
  readonly kill: (pod: SimulatedPod) => void;
}

/**
 * Kills first containers at the instant at which they reach their memory limit. The instant is looked for ahead, from
 * one change to the next; where memory cannot get there nothing is looked for.
 *
 * @rule WL15
 */
export class MemoryWatch {
  readonly #input: MemoryWatchInput;
  /** counts looks, so that an earlier one's findings can be told to be out of date */
  #looks = 0;

  constructor(input: MemoryWatchInput) {
    this.#input = input;
  }

  /** Something has changed: looks ahead again. */
  review(): void {
    // at the very end of a piece of the load the next one begins
    this.#input.workload.advanceTo(this.#input.agenda.now);
    this.#lookFrom(this.#input.agenda.now);
  }

  #lookFrom(startSeconds: number): void {
    const { agenda, workload } = this.#input;
    this.#looks++;
    if (!workload.settings.killsAtMemoryLimit) return;
    const watched = workload.classes.filter((each) => this.#canReach(each));
    if (watched.length === 0) return;
    workload.advanceTo(agenda.now);
    const look = this.#looks;
    const later = (atSeconds: number, action: () => void) =>
      agenda.schedule(atSeconds, TURN.pod, () => {
        if (look === this.#looks) action();
      });
    const end = Math.min(workload.pieceEndsAt, startSeconds + FURTHEST);
    const found = Math.min(...watched.map((each) => this.#firstReach(each, startSeconds, end)));
    if (found <= end) later(found, () => this.#kill());
    else later(end, () => this.review());
  }

  /** Whether pods of a class can come to their limit at all, or are beyond it. */
  #canReach(each: ServingClass): boolean {
    const { memoryLimitBytes } = each.bounds;
    if (memoryLimitBytes === Number.POSITIVE_INFINITY) return false;
    const { baseMemoryMi, memoryMiPerRequestRate, memoryMiPerInFlight, memoryLeakMiPerHour } =
      this.#input.workload.settings;
    const grows = memoryMiPerRequestRate > 0 || memoryMiPerInFlight > 0 || memoryLeakMiPerHour > 0;
    return grows || baseMemoryMi * MIB >= memoryLimitBytes;
  }

  /** @returns the first instant in a span at which the heaviest pod reaches the limit; Infinity: none */
  #firstReach(each: ServingClass, startSeconds: number, end: number): number {
    const reaches = this.#reachOf(each);
    let before = startSeconds;
    for (let place = 0; place <= PLACES; place++) {
      const at = startSeconds + ((end - startSeconds) * place) / PLACES;
      if (!reaches(at)) before = at;
      else return place === 0 ? at : firstTrue(before, at, reaches);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Tells of an instant whether the heaviest pod of a class has reached the limit by then. */
  #reachOf(each: ServingClass): (atSeconds: number) => boolean {
    const { workload } = this.#input;
    const { settings } = workload;
    const { baseMemoryMi, memoryLeakMiPerHour } = settings;
    const limitMi = each.bounds.memoryLimitBytes / MIB;
    const oldest = memoryLeakMiPerHour > 0 ? this.#oldestStarts(each) : NO_STARTS;
    return (atSeconds) => {
      const idle = each.count(MODE.idle) + each.count(MODE.starting) > 0;
      if (idle && baseMemoryMi + leakedMi(settings, oldest.idle, atSeconds) >= limitMi) return true;
      if (each.serving === 0) return false;
      return (
        workload.servingMemoryMiAt(each, atSeconds) + leakedMi(settings, oldest.serving, atSeconds) >= limitMi
      );
    };
  }

  /** When the oldest containers of a class were started, or the run was. */
  #oldestStarts(each: ServingClass): OldestStarts {
    let idle = Number.POSITIVE_INFINITY;
    let serving = Number.POSITIVE_INFINITY;
    for (const pod of this.#input.pods.pods) {
      if (pod.servingClass !== each || !pod.isRunning || pod.deleted) continue;
      const since = pod.containerStartedAt;
      if (pod.isServing) serving = Math.min(serving, since);
      else idle = Math.min(idle, since);
    }
    return { idle, serving };
  }

  #kill(): void {
    const { agenda, workload, pods, kill } = this.#input;
    workload.advanceTo(agenda.now);
    const over = pods.pods.filter(
      (pod) =>
        pod.isRunning &&
        !pod.deleted &&
        workload.memoryBytes(pod) >= pod.servingClass.bounds.memoryLimitBytes,
    );
    for (const pod of over) kill(pod);
    if (over.length === 0) this.#lookFrom(agenda.now + PAUSE);
  }
}

interface OldestStarts {
  readonly idle: number;
  readonly serving: number;
}

const NO_STARTS: OldestStarts = { idle: Number.POSITIVE_INFINITY, serving: Number.POSITIVE_INFINITY };

/** Narrows down where a claim that does not hold at `no` and holds at `yes` begins to. */
function firstTrue(no: number, yes: number, holds: (at: number) => boolean): number {
  let low = no;
  let high = yes;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
