import type { WorkloadManifest } from '../manifest/types.ts';
import type { Agenda } from './agenda.ts';
import type { PodLifecycle } from './podLifecycle.ts';
import type { PodSet } from './podSet.ts';
import type { ScaleTarget } from './scaleTarget.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import type { PodSettings, WorkloadSettings } from './types.ts';
import type { Workload } from './workload.ts';

export interface OperationsInput {
  readonly agenda: Agenda;
  readonly pods: PodSet;
  readonly lifecycle: PodLifecycle;
  readonly scaleTarget: ScaleTarget;
  readonly workload: Workload;
  /** at the start */
  readonly settings: PodSettings;
  /** called around a change that is no change of one pod */
  readonly beforeChange: () => void;
  readonly afterChange: () => void;
}

/**
 * The pods that something happens to: ready ones before others, and among them as their UIDs will have it.
 *
 * @rule PD17
 */
export function pickAffected(pods: readonly SimulatedPod[], count: number): readonly SimulatedPod[] {
  const unready = (pod: SimulatedPod) => (pod.ready === 'True' ? 0 : 1);
  return pods
    .filter((pod) => !pod.deleted)
    .sort((a, b) => unready(a) - unready(b) || a.uid - b.uid)
    .slice(0, count);
}

/** What people and faults do to a workload and its pods, at this instant. */
export class Operations {
  readonly #input: OperationsInput;
  #settings: PodSettings;

  constructor(input: OperationsInput) {
    this.#input = input;
    this.#settings = input.settings;
  }

  /** `kubectl scale`. @rule DP1 */
  scaleTo(replicas: number): void {
    this.#input.scaleTarget.scaleTo(replicas, 'person');
  }

  /** `kubectl rollout restart`. @rule DP7 DP11 */
  rollout(): void {
    this.#input.scaleTarget.restart();
  }

  /** `kubectl apply` of the workload, but for its replicas. @rule DP7 DP11 */
  setTemplate(workload: WorkloadManifest): void {
    this.#input.scaleTarget.setTemplate(workload);
  }

  /**
   * `kubectl apply` of the workload: its template, and its replicas when they are written.
   *
   * @rule DP7 DP11 EV3
   */
  applyWorkload(workload: WorkloadManifest): void {
    const { scaleTarget } = this.#input;
    if (!scaleTarget.isOf(workload)) return;
    scaleTarget.setTemplate(workload);
    if (workload.replicas !== undefined) scaleTarget.scaleTo(workload.replicas, 'person');
  }

  /** `kubectl delete pod`. @rule PD17 */
  killPods(count: number): void {
    for (const pod of this.#pick(count)) this.#input.lifecycle.delete(pod, 'killed');
  }

  /** @rule PD16 PD17 */
  makeUnready(count: number, seconds: number): void {
    for (const pod of this.#pick(count)) this.#input.lifecycle.makeUnready(pod, seconds);
  }

  /** First containers end, and end again whenever they are started, until the seconds have passed. @rule PD14 PD17 */
  crash(count: number, seconds: number): void {
    const { agenda, lifecycle } = this.#input;
    for (const pod of this.#pick(count)) {
      pod.crashesUntil = Math.max(pod.crashesUntil, agenda.now + seconds);
      lifecycle.crash(pod);
    }
  }

  /** What arrives is multiplied from now on. @rule WL1 */
  changeLoadFactor(factor: number): void {
    this.#change((workload) => workload.changeLoadFactor(factor));
  }

  /** The application costs something else, or can do something else, from now on. */
  changeWorkload(changes: Partial<WorkloadSettings>): void {
    this.#change((workload, pods) => workload.changeSettings({ ...workload.settings, ...changes }, pods));
  }

  /** Pods that are made, started again or deleted from now on take other times. */
  changePods(changes: Partial<PodSettings>): void {
    this.#settings = { ...this.#settings, ...changes };
    this.#input.scaleTarget.changeSettings(this.#settings);
  }

  #change(apply: (workload: Workload, pods: readonly SimulatedPod[]) => void): void {
    const { agenda, workload, pods, beforeChange, afterChange } = this.#input;
    beforeChange();
    pods.changes++;
    workload.advanceTo(agenda.now);
    apply(workload, pods.pods);
    afterChange();
  }

  #pick(count: number): readonly SimulatedPod[] {
    return pickAffected(this.#input.pods.pods, count);
  }
}
