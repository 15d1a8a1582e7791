/**
 * What a pod requests of a resource: worked out once for each pod template.
 *
 * @upstream pkg/controller/podautoscaler/replica_calculator.go calculateRequests
 */
import {
  addQuantities,
  compareQuantities,
  milliValue,
  parseQuantity,
  type Quantity,
} from '../apimachinery/quantity.ts';
import { addInt64 } from '../go/int64.ts';
import type { Release } from '../releases/index.ts';
import type { ContainerTemplate, Int64, PodTemplate } from './interfaces.ts';

/** The request in milli-units, or the beginning of an error text that ends with the pod's name. */
export type PodRequest =
  | { readonly ok: true; readonly milli: Int64 }
  | { readonly ok: false; readonly errorBeforePodName: string };

type ResourceList = Map<string, Quantity>;

/** Requests of one resource, of all containers or (`container` not empty) of one. */
export class PodRequests {
  private readonly release: Release;
  private readonly resource: string;
  private readonly container: string;
  private readonly known = new WeakMap<PodTemplate, PodRequest>();
  private lastTemplate: PodTemplate | undefined;
  private lastRequest: PodRequest = { ok: true, milli: 0 };

  constructor(release: Release, resource: string, container: string) {
    this.release = release;
    this.resource = resource;
    this.container = container;
  }

  /** @upstream pkg/controller/podautoscaler/replica_calculator.go calculateRequests */
  of(template: PodTemplate): PodRequest {
    if (template === this.lastTemplate) return this.lastRequest;
    let request = this.known.get(template);
    if (request === undefined) {
      request = this.calculate(template);
      this.known.set(template, request);
    }
    this.lastTemplate = template;
    this.lastRequest = request;
    return request;
  }

  private calculate(template: PodTemplate): PodRequest {
    const podLevel =
      this.release.podLevelRequests && this.container === '' && isPodLevelRequestsSet(template);
    return podLevel ? this.calculatePodLevelRequests(template) : this.calculateFromContainers(template);
  }

  /** @upstream pkg/controller/podautoscaler/replica_calculator.go calculatePodLevelRequests */
  private calculatePodLevelRequests(template: PodTemplate): PodRequest {
    const request = podRequests(template).get(this.resource);
    if (request !== undefined) return { ok: true, milli: milliValue(request) };
    return { ok: false, errorBeforePodName: `missing pod-level request for ${this.resource} in Pod ` };
  }

  /** @upstream pkg/controller/podautoscaler/replica_calculator.go calculatePodRequestsFromContainers */
  private calculateFromContainers(template: PodTemplate): PodRequest {
    let milli: Int64 = 0;
    let found = false;
    for (const container of this.countedContainers(template)) {
      if (this.container !== '' && this.container !== container.name) continue;
      found = true;
      const text = container.requests[this.resource];
      if (text === undefined) {
        const error = `missing request for ${this.resource} in container ${container.name} of Pod `;
        return { ok: false, errorBeforePodName: error };
      }
      milli = addInt64(milli, milliValue(admittedQuantity(text)));
      if (this.container !== '' && this.release.namesMissingContainer) break;
    }
    if (!found && this.container !== '' && this.release.namesMissingContainer) {
      return { ok: false, errorBeforePodName: `container ${this.container} not found in Pod ` };
    }
    return { ok: true, milli };
  }

  private countedContainers(template: PodTemplate): readonly ContainerTemplate[] {
    const sidecars = this.release.sidecarRequests ? (template.initContainers ?? []).filter(isSidecar) : [];
    return sidecars.length === 0 ? template.containers : [...template.containers, ...sidecars];
  }
}

function isSidecar({ restartPolicy }: ContainerTemplate): boolean {
  return restartPolicy === 'Always';
}

/** A quantity of an object that the API server has stored: it can be read. */
function admittedQuantity(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (!quantity.ok) throw new TypeError(`quantity ${text} was not admitted: ${quantity.error.error}`);
  return quantity.value;
}

/** @upstream staging/src/k8s.io/component-helpers/resource/helpers.go IsSupportedPodLevelResource */
function isSupportedPodLevelResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');
}

/** @upstream staging/src/k8s.io/component-helpers/resource/helpers.go IsPodLevelRequestsSet */
function isPodLevelRequestsSet(template: PodTemplate): boolean {
  return Object.keys(template.podRequests ?? {}).some(isSupportedPodLevelResource);
}

/** @upstream staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests */
function podRequests(template: PodTemplate): ResourceList {
  const requests = aggregateContainerRequests(template);
  for (const [name, text] of Object.entries(template.podRequests ?? {})) {
    if (isSupportedPodLevelResource(name)) requests.set(name, admittedQuantity(text));
  }
  return requests;
}

/**
 * Containers and sidecars together, but at least what some init container needs while it runs.
 *
 * @upstream staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests
 */
function aggregateContainerRequests(template: PodTemplate): ResourceList {
  const requests: ResourceList = new Map();
  for (const container of template.containers) addResourceList(requests, resourceList(container));
  const sidecars: ResourceList = new Map();
  const initial: ResourceList = new Map();
  for (const container of template.initContainers ?? []) {
    const own = resourceList(container);
    if (isSidecar(container)) {
      addResourceList(requests, own);
      addResourceList(sidecars, own);
      maxResourceList(initial, sidecars);
    } else {
      addResourceList(own, sidecars);
      maxResourceList(initial, own);
    }
  }
  maxResourceList(requests, initial);
  return requests;
}

function resourceList({ requests }: ContainerTemplate): ResourceList {
  return new Map(Object.entries(requests).map(([name, text]) => [name, admittedQuantity(text)]));
}

function addResourceList(sum: ResourceList, added: ResourceList): void {
  for (const [name, quantity] of added) {
    const present = sum.get(name);
    sum.set(name, present === undefined ? quantity : addQuantities(present, quantity));
  }
}

function maxResourceList(list: ResourceList, other: ResourceList): void {
  for (const [name, quantity] of other) {
    const present = list.get(name);
    if (present === undefined || compareQuantities(quantity, present) > 0) list.set(name, quantity);
  }
}
