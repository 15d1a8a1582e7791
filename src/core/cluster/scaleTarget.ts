import type { WorkloadManifest } from '../manifest/types.ts';
import type { GoError, PodTemplate, Result, Scale, ScaleClient } from '../podautoscaler/interfaces.ts';
import type { Agenda } from './agenda.ts';
import type { PodLifecycle } from './podLifecycle.ts';
import { type PodNamer, podNamer } from './podNames.ts';
import type { PodSet } from './podSet.ts';
import { type RandomStream, randomStream } from './random.ts';
import type { SimulatedPod } from './simulatedPod.ts';
import { pickVictims } from './victims.ts';

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

/**
 * The scaled workload: its scale subresource, and the controller that makes pods match it.
 *
 * @upstream pkg/controller/replicaset/replica_set.go manageReplicas
 * @rule DP1 DP2 DP3 DP4 DP5
 */
export class ScaleTarget implements ScaleClient {
  readonly #workload: WorkloadManifest;
  readonly #groupKind: string;
  readonly #template: PodTemplate;
  readonly #agenda: Agenda;
  readonly #pods: PodSet;
  readonly #lifecycle: PodLifecycle;
  readonly #namer: PodNamer;
  readonly #uids: RandomStream;
  /** every pod that there ever was, in the order of creation */
  readonly created: SimulatedPod[] = [];
  specReplicas = 0;
  /** counts the workload's templates */
  readonly revision = 1;

  constructor(
    workload: WorkloadManifest,
    seed: number,
    agenda: Agenda,
    pods: PodSet,
    lifecycle: PodLifecycle,
  ) {
    const { labels, containers, initContainers } = workload;
    this.#workload = workload;
    this.#groupKind = groupKindOf(workload.apiVersion, workload.kind);
    this.#template = { labels, containers, initContainers };
    this.#agenda = agenda;
    this.#pods = pods;
    this.#lifecycle = lifecycle;
    const hashed = JSON.stringify({ containers, initContainers });
    this.#namer = podNamer(workload.kind, workload.name, hashed, seed);
    this.#uids = randomStream(seed, 'pod uids');
  }

  get template(): PodTemplate {
    return this.#template;
  }

  /** Puts the workload's first pods there, before the run. @rule PD2 */
  populate(replicas: number): void {
    this.specReplicas = replicas;
    while (this.#pods.active < replicas) {
      this.created.push(
        this.#lifecycle.createBeforeRun(this.#nextName(), this.#uids.nextUint32(), this.#template),
      );
    }
  }

  get(namespace: string, name: string, groupKind: string): Result<Scale> {
    const error = this.#refuse(namespace, name, groupKind);
    if (error !== undefined) return { ok: false, error };
    const scale = {
      specReplicas: this.specReplicas,
      statusReplicas: this.#pods.active,
      selector: this.#workload.selector,
    };
    return { ok: true, value: scale };
  }

  update(namespace: string, name: string, groupKind: string, replicas: number): GoError | undefined {
    const error = this.#refuse(namespace, name, groupKind) ?? refuseReplicas(name, replicas);
    if (error !== undefined) return error;
    this.specReplicas = replicas;
    this.#manageReplicas();
    return undefined;
  }

  #refuse(namespace: string, name: string, groupKind: string): GoError | undefined {
    const { namespace: ownNamespace, name: ownName } = this.#workload;
    if (namespace === ownNamespace && name === ownName && groupKind === this.#groupKind) return undefined;
    return { error: `${resourceOf(groupKind)} "${name}" not found`, reason: 'NotFound' };
  }

  /** Creates or deletes as many pods as it takes. @rule DP1 DP3 */
  #manageReplicas(): void {
    while (this.#pods.active < this.specReplicas) {
      this.created.push(this.#lifecycle.create(this.#nextName(), this.#uids.nextUint32(), this.#template));
    }
    const excess = this.#pods.active - this.specReplicas;
    if (excess <= 0) return;
    const active = this.#pods.pods.filter((pod) => !pod.deleted);
    for (const pod of pickVictims(this.#workload.kind, active, excess, this.#agenda.now)) {
      this.#lifecycle.delete(pod);
    }
  }

  #nextName(): string {
    return this.#namer.next((name) => this.#pods.has(name));
  }
}

/** The API server takes no negative count. @upstream pkg/apis/autoscaling/validation/validation.go ValidateScale */
function refuseReplicas(name: string, replicas: number): GoError | undefined {
  if (replicas >= 0) return undefined;
  const detail = `spec.replicas: Invalid value: ${replicas}: must be greater than or equal to 0`;
  return { error: `Scale.autoscaling "${name}" is invalid: ${detail}`, reason: 'Invalid' };
}
