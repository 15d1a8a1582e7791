import type { PodTemplate } from '../podautoscaler/interfaces.ts';
import { type Agenda, TURN } from './agenda.ts';
import type { PodTimetable } from './containers.ts';
import type { PodSet } from './podSet.ts';
import { SimulatedPod } from './simulatedPod.ts';
import { toApiMs } from './time.ts';
import type { Workload } from './workload.ts';

/** Age of the pods that are there when a run starts, counted from their being ready. */
const AGE_AT_START_SECONDS = 3600;

/** Who wants to know of changes. Both are called at the change's instant. */
export interface PodChangeListener {
  beforePodChange(): void;
  afterPodChange(): void;
}

/**
 * What happens to a pod between its creation and its end, each change at its own instant: scheduled, container
 * started, application up, ready; or deleted and gone.
 */
export class PodLifecycle {
  readonly #agenda: Agenda;
  readonly #workload: Workload;
  readonly #pods: PodSet;
  readonly #timetable: PodTimetable;
  readonly #listener: PodChangeListener;

  constructor(
    agenda: Agenda,
    workload: Workload,
    pods: PodSet,
    timetable: PodTimetable,
    listener: PodChangeListener,
  ) {
    this.#agenda = agenda;
    this.#workload = workload;
    this.#pods = pods;
    this.#timetable = timetable;
    this.#listener = listener;
  }

  /** Creates a pod now. @rule PD1 */
  create(name: string, uid: number, template: PodTemplate): SimulatedPod {
    const { now } = this.#agenda;
    const { scheduledAfter, startedAfter, servingAfter, readyAfter } = this.#timetable;
    this.#listener.beforePodChange();
    this.#pods.changes++;
    this.#workload.advanceTo(now);
    const pod = new SimulatedPod(name, uid, template, now);
    this.#pods.add(pod);
    this.#later(now + scheduledAfter, pod, () => this.#schedule(pod));
    this.#later(now + startedAfter, pod, () => this.#start(pod));
    this.#later(now + servingAfter, pod, () => this.#comeUp(pod));
    this.#later(now + readyAfter, pod, () => this.#becomeReady(pod));
    this.#listener.afterPodChange();
    return pod;
  }

  /** A pod that has been ready for an hour when the run starts. @rule PD2 */
  createBeforeRun(name: string, uid: number, template: PodTemplate): SimulatedPod {
    const { scheduledAfter, startedAfter, servingAfter, readyAfter } = this.#timetable;
    const createdAt = this.#agenda.now - AGE_AT_START_SECONDS - Math.max(servingAfter, readyAfter);
    const pod = new SimulatedPod(name, uid, template, createdAt);
    pod.scheduledAt = createdAt + scheduledAfter;
    pod.startedAt = createdAt + startedAfter;
    pod.servingAt = createdAt + servingAfter;
    pod.readyAt = createdAt + readyAfter;
    pod.startTimeMs = toApiMs(pod.scheduledAt);
    pod.phase = 'Running';
    pod.ready = 'True';
    pod.readyTransitionMs = toApiMs(pod.readyAt);
    pod.ownCpuMilli = this.#workload.ownCpuMilli(false);
    pod.isServing = true;
    this.#workload.account(pod);
    pod.cpuUsed = 0;
    this.#workload.sharing++;
    this.#workload.serving++;
    this.#pods.add(pod);
    return pod;
  }

  /** Deletes a pod now; it leaves the endpoints at once. @rule PD9 PD10 */
  delete(pod: SimulatedPod): void {
    const { now } = this.#agenda;
    this.#change(pod, () => {
      if (pod.ready === 'True') this.#workload.sharing--;
      pod.deleted = true;
      pod.deletedAt = now;
      this.#pods.active--;
      if (pod.phase === 'Running') pod.ownCpuMilli = this.#workload.ownCpuMilli(false);
    });
    const goneAfter = pod.phase === 'Running' ? this.#timetable.goneAfter : 0;
    if (goneAfter === 0) this.#end(pod);
    else this.#agenda.schedule(now + goneAfter, TURN.pod, () => this.#end(pod));
  }

  /** What a deleted pod was still to become, it does not become. */
  #later(atSeconds: number, pod: SimulatedPod, action: () => void): void {
    this.#agenda.schedule(atSeconds, TURN.pod, () => {
      if (!pod.deleted) action();
    });
  }

  #schedule(pod: SimulatedPod): void {
    this.#change(pod, (now) => {
      pod.scheduledAt = now;
      pod.startTimeMs = toApiMs(now);
      pod.ready = 'False';
      pod.readyTransitionMs = pod.startTimeMs;
    });
  }

  #start(pod: SimulatedPod): void {
    const isStarting = this.#timetable.servingAfter > this.#timetable.startedAfter;
    this.#change(pod, (now) => {
      pod.startedAt = now;
      pod.phase = 'Running';
      pod.ownCpuMilli = this.#workload.ownCpuMilli(isStarting);
    });
  }

  #comeUp(pod: SimulatedPod): void {
    this.#change(pod, (now) => {
      pod.servingAt = now;
      pod.ownCpuMilli = this.#workload.ownCpuMilli(false);
    });
  }

  #becomeReady(pod: SimulatedPod): void {
    this.#change(pod, (now) => {
      pod.readyAt = now;
      pod.ready = 'True';
      pod.readyTransitionMs = toApiMs(now);
      this.#workload.sharing++;
    });
  }

  #end(pod: SimulatedPod): void {
    this.#change(pod, (now) => {
      pod.goneAt = now;
      this.#pods.remove(pod);
    });
  }

  /** Settles the usage so far, applies a change, and sees whether the pod serves now. */
  #change(pod: SimulatedPod, apply: (now: number) => void): void {
    const workload = this.#workload;
    this.#listener.beforePodChange();
    this.#pods.changes++;
    workload.advanceTo(this.#agenda.now);
    workload.account(pod);
    apply(this.#agenda.now);
    const serves = pod.ready === 'True' && !Number.isNaN(pod.servingAt) && !pod.deleted;
    if (serves !== pod.isServing) workload.serving += serves ? 1 : -1;
    pod.isServing = serves;
    this.#listener.afterPodChange();
  }
}
