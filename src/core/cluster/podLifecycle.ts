import { type Agenda, TURN } from './agenda.ts';
import { nextBackOff } from './backOff.ts';
import type { PodPlacement } from './podPlacement.ts';
import type { PodSet } from './podSet.ts';
import type { Revision } from './revision.ts';
import { MODE, type Mode } from './servingClass.ts';
import { type ContainerEnd, type PodEnd, SimulatedPod } from './simulatedPod.ts';
import { toApiMs } from './time.ts';
import type { Workload } from './workload.ts';

/** Age of the pods that are there when a run starts, counted from their being ready. */
const AGE_AT_START_SECONDS = 3600;

/** Who wants to know of changes. All are called at the change's instant. */
export interface PodChangeListener {
  beforePodChange(): void;
  afterPodChange(): void;
  /** a pod is ready, or no longer; or it is deleted, or gone: its owner may have something to do */
  onOwnersTurn(): void;
}

/** What the first container does, as its pod stands. */
function modeOf(pod: SimulatedPod): Mode {
  if (!pod.isRunning) return MODE.off;
  const serves = pod.isUp && pod.ready === 'True' && !pod.deleted;
  const pays = pod.isBursting && !pod.deleted;
  if (serves) return pays ? MODE.warm : MODE.serving;
  return pays ? MODE.starting : MODE.idle;
}

/**
 * What happens to a pod between its creation and its end, each change at its own instant: scheduled, container
 * started, application up, ready; unready and ready again; crashed and started again; or deleted and gone.
 */
export class PodLifecycle {
  readonly #agenda: Agenda;
  readonly #workload: Workload;
  readonly #pods: PodSet;
  readonly #placement: PodPlacement;
  readonly #listener: PodChangeListener;

  constructor(
    agenda: Agenda,
    workload: Workload,
    pods: PodSet,
    placement: PodPlacement,
    listener: PodChangeListener,
  ) {
    this.#agenda = agenda;
    this.#workload = workload;
    this.#pods = pods;
    this.#placement = placement;
    this.#listener = listener;
  }

  /** Creates a pod now. @rule PD1 */
  create(name: string, uid: number, revision: Revision): SimulatedPod {
    const { now } = this.#agenda;
    this.#listener.beforePodChange();
    this.#workload.advanceTo(now);
    const pod = new SimulatedPod(name, uid, revision, now, this.#workload.classFor(revision.limits, uid));
    this.#workload.enter(pod);
    this.#pods.add(pod);
    this.#later(now + revision.timetable.scheduledAfter, pod, () =>
      this.#placement.place(pod, (node) => this.#bind(pod, node)),
    );
    this.#listener.afterPodChange();
    return pod;
  }

  /** A pod that has been ready for an hour when the run starts. @rule PD2 */
  createBeforeRun(name: string, uid: number, revision: Revision): SimulatedPod {
    const { scheduledAfter, startedAfter, servingAfter, readyAfter } = revision.timetable;
    const createdAt = this.#agenda.now - AGE_AT_START_SECONDS - Math.max(servingAfter, readyAfter);
    const servingClass = this.#workload.classFor(revision.limits, uid);
    const pod = new SimulatedPod(name, uid, revision, createdAt, servingClass);
    this.#workload.enter(pod);
    pod.scheduledAt = createdAt + scheduledAfter;
    pod.startedAt = createdAt + startedAfter;
    pod.containerStartedAt = pod.startedAt;
    pod.servingAt = createdAt + servingAfter;
    pod.readyAt = createdAt + readyAfter;
    pod.startTimeMs = toApiMs(pod.scheduledAt);
    pod.phase = 'Running';
    pod.isRunning = true;
    pod.isUp = true;
    pod.isProbedReady = true;
    pod.ready = 'True';
    pod.readyTransitionMs = toApiMs(pod.readyAt);
    this.#pods.add(pod);
    this.#workload.account(pod);
    pod.cpuUsed = 0;
    this.#workload.setMode(pod, MODE.serving, true);
    this.#placement.place(pod, (node) => {
      pod.node = node;
    });
    return pod;
  }

  /** Deletes a pod now; it leaves the endpoints at once. @rule PD9 PD10 */
  delete(pod: SimulatedPod, endedBy: PodEnd): void {
    if (pod.deleted) return;
    const { now } = this.#agenda;
    this.#change(pod, () => {
      pod.deleted = true;
      pod.deletedAt = now;
      pod.endedBy = endedBy;
      this.#pods.active--;
    });
    const goneAfter = pod.isRunning ? pod.madeFrom.timetable.goneAfter : 0;
    if (goneAfter === 0) this.#end(pod);
    else this.#agenda.schedule(now + goneAfter, TURN.pod, () => this.#end(pod));
    this.#listener.onOwnersTurn();
  }

  /** Takes a pod away without any grace: its node is gone. @rule PD15 */
  remove(pod: SimulatedPod, endedBy: PodEnd): void {
    if (!Number.isNaN(pod.goneAt)) return;
    if (!pod.deleted) {
      this.#change(pod, (now) => {
        pod.deleted = true;
        pod.deletedAt = now;
        pod.endedBy = endedBy;
        this.#pods.active--;
      });
    }
    this.#end(pod);
    this.#listener.onOwnersTurn();
  }

  /** Holds a pod unready for some time, whatever its probes say. @rule PD16 */
  makeUnready(pod: SimulatedPod, seconds: number): void {
    this.#hold(pod, 1);
    this.#later(this.#agenda.now + seconds, pod, () => this.#hold(pod, -1));
  }

  /** The first container ends now, and is started again after its back-off. @rule PD14 */
  crash(pod: SimulatedPod, end: ContainerEnd = 'crashed'): void {
    if (!pod.isRunning || pod.deleted) return;
    this.#change(pod, (now) => {
      pod.isRunning = false;
      pod.isUp = false;
      pod.isBursting = false;
      pod.isProbedReady = false;
      this.#showReady(pod, now);
      pod.turn(now, end);
      pod.containerRestarts++;
      pod.starts++;
    });
    const { backOffSeconds, startedAfter } = pod.madeFrom.timetable;
    const restartAt = this.#agenda.now + nextBackOff(pod, this.#agenda.now, backOffSeconds);
    this.#later(restartAt, pod, () => this.#start(pod, restartAt - startedAfter));
    this.#listener.onOwnersTurn();
  }

  /** What a deleted pod was still to become, it does not become; nor what belongs to a container that has ended. */
  #later(atSeconds: number, pod: SimulatedPod, action: () => void): void {
    this.#agenda.schedule(Math.max(atSeconds, this.#agenda.now), TURN.pod, () => {
      if (!pod.deleted) action();
    });
  }

  #duringThisStart(atSeconds: number, pod: SimulatedPod, action: () => void): void {
    const { starts } = pod;
    this.#later(atSeconds, pod, () => {
      if (pod.starts === starts) action();
    });
  }

  #bind(pod: SimulatedPod, node: string): void {
    if (pod.deleted) return;
    const { scheduledAfter, startedAfter } = pod.madeFrom.timetable;
    this.#change(pod, (now) => {
      pod.node = node;
      pod.scheduledAt = now;
      pod.startTimeMs = toApiMs(now);
      pod.ready = 'False';
      pod.readyTransitionMs = pod.startTimeMs;
    });
    const { now } = this.#agenda;
    const isOnTime = now === pod.createdAt + scheduledAfter;
    const base = isOnTime ? pod.createdAt : now - scheduledAfter;
    this.#later(base + startedAfter, pod, () => this.#start(pod, base));
  }

  /** @param base the instant from which the timetable counts */
  #start(pod: SimulatedPod, base: number): void {
    const { startedAfter, servingAfter, warmAfter, readyAfter, killedAfter } = pod.madeFrom.timetable;
    this.#change(pod, (now) => {
      if (Number.isNaN(pod.startedAt)) pod.startedAt = now;
      else pod.turn(now, 'restarted');
      pod.containerStartedAt = now;
      pod.cpuAtStart = pod.cpuUsed;
      pod.requestsAtStart = pod.requestsServed;
      pod.phase = 'Running';
      pod.isRunning = true;
      pod.isBursting = warmAfter > startedAfter;
    });
    if (pod.crashesUntil > this.#agenda.now) {
      this.#duringThisStart(base + servingAfter, pod, () => this.crash(pod));
      return;
    }
    if (killedAfter < Number.POSITIVE_INFINITY) {
      this.#duringThisStart(base + killedAfter, pod, () => this.crash(pod, 'probeFailed'));
    }
    this.#duringThisStart(base + servingAfter, pod, () => this.#comeUp(pod, warmAfter === servingAfter));
    if (warmAfter > servingAfter) this.#duringThisStart(base + warmAfter, pod, () => this.#beWarm(pod));
    this.#duringThisStart(base + readyAfter, pod, () => this.#answerProbes(pod));
  }

  #comeUp(pod: SimulatedPod, isWarm: boolean): void {
    this.#change(pod, (now) => {
      if (Number.isNaN(pod.servingAt)) pod.servingAt = now;
      pod.isUp = true;
      if (isWarm) pod.isBursting = false;
    });
  }

  #beWarm(pod: SimulatedPod): void {
    this.#change(pod, () => {
      pod.isBursting = false;
    });
  }

  #answerProbes(pod: SimulatedPod): void {
    this.#change(pod, (now) => {
      pod.isProbedReady = true;
      this.#showReady(pod, now);
    });
    this.#listener.onOwnersTurn();
  }

  #hold(pod: SimulatedPod, change: 1 | -1): void {
    this.#change(pod, (now) => {
      pod.heldUnready += change;
      this.#showReady(pod, now);
    });
    this.#listener.onOwnersTurn();
  }

  /** The Ready condition changes with its transition time only when its status does. @rule PD7 */
  #showReady(pod: SimulatedPod, now: number): void {
    const status = pod.isProbedReady && pod.heldUnready === 0 ? 'True' : 'False';
    if (pod.ready === undefined || status === pod.ready) return;
    pod.ready = status;
    pod.readyTransitionMs = toApiMs(now);
    if (status === 'False') pod.turn(now, 'unready');
    else if (pod.turns !== undefined) pod.turn(now, 'ready');
    if (status === 'True') pod.readyAt = now;
  }

  #end(pod: SimulatedPod): void {
    if (!Number.isNaN(pod.goneAt)) return;
    this.#change(pod, (now) => {
      pod.goneAt = now;
      pod.isRunning = false;
      this.#pods.remove(pod);
    });
    this.#workload.leave(pod);
    this.#placement.release(pod);
    this.#listener.onOwnersTurn();
  }

  /** Settles the usage so far, applies a change, and sees what the pod does now. */
  #change(pod: SimulatedPod, apply: (now: number) => void): void {
    const workload = this.#workload;
    this.#listener.beforePodChange();
    this.#pods.changes++;
    workload.advanceTo(this.#agenda.now);
    workload.account(pod);
    apply(this.#agenda.now);
    workload.setMode(pod, modeOf(pod), pod.ready === 'True' && !pod.deleted);
    this.#listener.afterPodChange();
  }
}
