import type { WorkloadManifest } from '../manifest/types.ts';
import type { GoError, Result, Scale, ScaleClient } from '../podautoscaler/interfaces.ts';
import { type Agenda, TURN } from './agenda.ts';
import { DeploymentOwner } from './deployment.ts';
import type { PodLifecycle } from './podLifecycle.ts';
import { podNamer } from './podNames.ts';
import type { OwnedPods, PodOwner } from './podOwner.ts';
import type { PodPlacement } from './podPlacement.ts';
import type { PodSet } from './podSet.ts';
import { type RandomStream, randomStream } from './random.ts';
import { ReplicaSetOwner } from './replicaSet.ts';
import { Revision, templateKey } from './revision.ts';
import type { ReplicaChange, ScaledBy } from './scaleLog.ts';
import type { PodEnd, SimulatedPod } from './simulatedPod.ts';
import { StatefulSetOwner } from './statefulSet.ts';
import type { PodSettings } from './types.ts';
import { type Recommendation, recommended } from './vpa.ts';

/** `apps/v1` and `Deployment` give `Deployment.apps`, as Go prints a GroupKind; the core group is left out. */
export function groupKindOf(apiVersion: string, kind: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;
}

/** `Deployment.apps` gives `deployments.apps`, as API errors name a resource. */
function resourceOf(groupKind: string): string {
  const dot = groupKind.indexOf('.');
  const kind = dot < 0 ? groupKind : groupKind.slice(0, dot);
  return `${kind.toLowerCase()}s${dot < 0 ? '' : groupKind.slice(dot)}`;
}

/** What a scaled workload is made from, and what it works on. */
export interface ScaleTargetInput {
  readonly workload: WorkloadManifest;
  readonly seed: number;
  readonly settings: PodSettings;
  readonly agenda: Agenda;
  readonly pods: PodSet;
  readonly lifecycle: PodLifecycle;
  readonly placement: PodPlacement;
}

/**
 * The scaled workload: its scale subresource, its templates, and the controller that makes pods match them.
 *
 * @rule DP1 DP2 DP5
 */
export class ScaleTarget implements ScaleClient, OwnedPods {
  readonly #groupKind: string;
  readonly #agenda: Agenda;
  readonly #pods: PodSet;
  readonly #lifecycle: PodLifecycle;
  readonly #placement: PodPlacement;
  readonly #owner: PodOwner;
  readonly #uids: RandomStream;
  readonly #revisions: Revision[] = [];
  /** instants at which the controller is going to look again */
  readonly #wakes = new Set<number>();
  #workload: WorkloadManifest;
  #settings: PodSettings;
  /** how often `kubectl rollout restart` has been asked for */
  #restarts = 0;
  #revision: Revision;
  #recommendation: Recommendation | undefined;
  /** templates as the present recommendation has them */
  readonly #recommended = new Map<Revision, Revision>();
  /** those of all recommendations */
  readonly #variants: Revision[] = [];
  /** every pod that there ever was, in the order of creation */
  readonly created: SimulatedPod[] = [];
  /** who changed `spec.replicas`, in the order of time */
  readonly changes: ReplicaChange[] = [];
  specReplicas = 0;

  constructor({ workload, seed, settings, agenda, pods, lifecycle, placement }: ScaleTargetInput) {
    this.#workload = workload;
    this.#groupKind = groupKindOf(workload.apiVersion, workload.kind);
    this.#settings = settings;
    this.#agenda = agenda;
    this.#pods = pods;
    this.#lifecycle = lifecycle;
    this.#placement = placement;
    this.#owner = ownerOf(workload, seed, this, (name) => pods.has(name));
    this.#uids = randomStream(seed, 'pod uids');
    this.#revision = this.#revisionOf(workload);
  }

  /** The present template. */
  get revision(): Revision {
    return this.#revision;
  }

  /** Every template that there has been, in the order of their coming. */
  get revisions(): readonly Revision[] {
    return this.#revisions;
  }

  get pods(): readonly SimulatedPod[] {
    return this.#pods.pods;
  }

  get active(): number {
    return this.#pods.active;
  }

  get now(): number {
    return this.#agenda.now;
  }

  /** Puts the workload's first pods there, before the run. @rule PD2 */
  populate(replicas: number): void {
    this.specReplicas = replicas;
    this.#owner.want(replicas, this.#revision, this.#workload);
    for (let index = 0; index < replicas; index++) {
      const name = this.#owner.nameOf(this.#revision, index);
      this.created.push(this.#lifecycle.createBeforeRun(name, this.#uids.nextUint32(), this.#revision));
    }
  }

  create(revision: Revision, name: string): boolean {
    const made = this.#asRecommended(revision);
    if (!this.#placement.admits(made)) return false;
    this.created.push(this.#lifecycle.create(name, this.#uids.nextUint32(), made));
    return true;
  }

  delete(pod: SimulatedPod, endedBy: PodEnd): void {
    this.#lifecycle.delete(pod, endedBy);
  }

  wakeAt(seconds: number): void {
    if (this.#wakes.has(seconds)) return;
    this.#wakes.add(seconds);
    this.#agenda.schedule(seconds, TURN.pod, () => {
      this.#wakes.delete(seconds);
      this.reconcile();
    });
  }

  /** A pod has changed: lets the controller look again, once for all changes of this instant. @rule DP12 */
  reconcileSoon(): void {
    this.wakeAt(this.#agenda.now);
  }

  /** Lets the controller look again: one that was refused may be created now. */
  reconcile(): void {
    this.#owner.reconcile();
  }

  get(namespace: string, name: string, groupKind: string): Result<Scale> {
    const error = this.#refuse(namespace, name, groupKind);
    if (error !== undefined) return { ok: false, error };
    const scale = {
      specReplicas: this.specReplicas,
      statusReplicas: this.#owner.statusReplicas,
      selector: this.#workload.selector,
    };
    return { ok: true, value: scale };
  }

  update(namespace: string, name: string, groupKind: string, replicas: number): GoError | undefined {
    const error = this.#refuse(namespace, name, groupKind) ?? refuseReplicas(name, replicas);
    if (error !== undefined) return error;
    this.scaleTo(replicas, 'hpa');
    return undefined;
  }

  /** Writes `spec.replicas`, whoever does. @rule DP1 */
  scaleTo(replicas: number, by: ScaledBy): void {
    const from = this.specReplicas;
    if (replicas !== from) this.changes.push({ atSeconds: this.#agenda.now, by, from, to: replicas });
    this.specReplicas = replicas;
    this.#act();
  }

  /** `kubectl rollout restart`: the same template with another annotation. @rule DP7 */
  restart(): void {
    this.#restarts++;
    this.setTemplate(this.#workload);
  }

  /**
   * Applies another manifest of the same workload; its replicas are none of this. A template that differs is rolled out.
   *
   * @rule DP7
   */
  setTemplate(workload: WorkloadManifest): void {
    // a workload's selector never changes
    this.#workload = { ...workload, selector: this.#workload.selector };
    this.#revision = this.#revisionOf(workload);
    this.#act();
  }

  /** Whether a manifest is of this workload and not of another. */
  isOf({ kind, name, namespace }: WorkloadManifest): boolean {
    const { kind: ownKind, name: ownName, namespace: ownNamespace } = this.#workload;
    return kind === ownKind && name === ownName && namespace === ownNamespace;
  }

  /** Pods that are made, deleted or restarted from now on take other times. */
  changeSettings(settings: PodSettings): void {
    this.#settings = settings;
    for (const revision of [...this.#revisions, ...this.#variants]) revision.changeSettings(settings);
  }

  /** Every pod that is made from now on has these requests, whatever its template says. @rule VP1 */
  recommend(recommendation: Recommendation): void {
    this.#recommendation = recommendation;
    this.#recommended.clear();
  }

  /** The same template with the requests that a VPA recommends. */
  #asRecommended(revision: Revision): Revision {
    if (this.#recommendation === undefined) return revision;
    let variant = this.#recommended.get(revision);
    if (variant === undefined) {
      const { number, workload, key } = revision;
      variant = new Revision(number, recommended(workload, this.#recommendation), key, this.#settings);
      this.#recommended.set(revision, variant);
      this.#variants.push(variant);
    }
    return variant;
  }

  #act(): void {
    this.#owner.want(this.specReplicas, this.#revision, this.#workload);
    this.#owner.reconcile();
  }

  /** The template's revision: a new one, unless it is an old one come back. */
  #revisionOf(workload: WorkloadManifest): Revision {
    const key = templateKey(workload, this.#restarts);
    const known = this.#revisions.find((revision) => revision.key === key);
    if (known !== undefined) return known;
    const revision = new Revision(this.#revisions.length + 1, workload, key, this.#settings);
    this.#revisions.push(revision);
    return revision;
  }

  #refuse(namespace: string, name: string, groupKind: string): GoError | undefined {
    const { namespace: ownNamespace, name: ownName } = this.#workload;
    if (namespace === ownNamespace && name === ownName && groupKind === this.#groupKind) return undefined;
    return { error: `${resourceOf(groupKind)} "${name}" not found`, reason: 'NotFound' };
  }
}

/** The controller for a kind of workload. */
function ownerOf(
  { kind, name }: WorkloadManifest,
  seed: number,
  owned: OwnedPods,
  isTaken: (name: string) => boolean,
): PodOwner {
  if (kind === 'StatefulSet') return new StatefulSetOwner(owned, name);
  const namer = podNamer(kind, name, seed, isTaken);
  return kind === 'Deployment' ? new DeploymentOwner(owned, namer) : new ReplicaSetOwner(owned, namer);
}

/** The API server takes no negative count. @upstream pkg/apis/autoscaling/validation/validation.go ValidateScale */
function refuseReplicas(name: string, replicas: number): GoError | undefined {
  if (replicas >= 0) return undefined;
  const detail = `spec.replicas: Invalid value: ${replicas}: must be greater than or equal to 0`;
  return { error: `Scale.autoscaling "${name}" is invalid: ${detail}`, reason: 'Invalid' };
}
