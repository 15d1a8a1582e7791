import { milliValue, parseQuantity, value } from '../apimachinery/quantity.ts';
import type { WorkloadManifest } from '../manifest/types.ts';
import type { PodTemplate } from '../podautoscaler/interfaces.ts';
import { type PodTimetable, podTimetable, runningContainers } from './containers.ts';
import { podTemplateHash } from './podNames.ts';
import type { PodSettings } from './types.ts';
import type { ContainerLimits } from './workload.ts';

/** What the first container asks for and may use; absent: nothing, and as much as it likes. */
export interface ContainerSize {
  readonly cpuRequestCores?: number;
  readonly cpuLimitCores?: number;
  readonly memoryRequestBytes?: number;
  readonly memoryLimitBytes?: number;
}

/** One pod template of the workload, and what follows from it for every pod that is made from it. */
export class Revision {
  /** counts the workload's templates, from 1 */
  readonly number: number;
  readonly template: PodTemplate;
  readonly workload: WorkloadManifest;
  /** the text that stands for the template: the same text, the same revision */
  readonly key: string;
  /** `pod-template-hash` */
  readonly hash: string;
  readonly limits: ContainerLimits;
  readonly size: ContainerSize;
  /** names of the containers that go on running, the first one first */
  readonly containers: readonly string[];
  timetable: PodTimetable;

  constructor(number: number, workload: WorkloadManifest, key: string, settings: PodSettings) {
    const { labels, containers, initContainers, podRequests } = workload;
    this.number = number;
    this.workload = workload;
    this.template = {
      labels,
      containers,
      initContainers,
      ...(podRequests === undefined ? {} : { podRequests }),
    };
    this.key = key;
    this.hash = podTemplateHash(key);
    this.limits = containerLimits(workload);
    this.size = containerSize(workload);
    this.containers = runningContainers(workload).map(({ name }) => name);
    this.timetable = podTimetable(workload, settings);
  }

  /** Pods that are made, deleted or restarted from now on take other times. */
  changeSettings(settings: PodSettings): void {
    this.timetable = podTimetable(this.workload, settings);
  }
}

/**
 * The text that stands for a template.
 *
 * @param restarts how often `kubectl rollout restart` has been asked for
 */
export function templateKey(
  { containers, initContainers, podRequests }: WorkloadManifest,
  restarts: number,
): string {
  return JSON.stringify({
    containers,
    initContainers,
    ...(podRequests === undefined ? {} : { podRequests }),
    ...(restarts === 0 ? {} : { restarts }),
  });
}

/**
 * Bounds of the first container.
 *
 * @rule WL4 WL15
 */
export function containerLimits(workload: WorkloadManifest): ContainerLimits {
  const { cpu, memory } = workload.containers[0]?.limits ?? {};
  return {
    cpuLimitMilli: amountOf(cpu, (quantity) => Number(milliValue(quantity))),
    memoryLimitBytes: amountOf(memory, (quantity) => Number(value(quantity))),
  };
}

/** The first container's requests and limits as numbers. */
function containerSize({ containers }: WorkloadManifest): ContainerSize {
  const { requests = {}, limits = {} } = containers[0] ?? {};
  const size = {
    cpuRequestCores: amountOf(requests.cpu, inCores),
    cpuLimitCores: amountOf(limits.cpu, inCores),
    memoryRequestBytes: amountOf(requests.memory, inUnits),
    memoryLimitBytes: amountOf(limits.memory, inUnits),
  };
  return Object.fromEntries(Object.entries(size).filter(([, amount]) => Number.isFinite(amount)));
}

function inCores(quantity: Quantity): number {
  return Number(milliValue(quantity)) / 1000;
}

function inUnits(quantity: Quantity): number {
  return Number(value(quantity));
}

type Quantity = Extract<ReturnType<typeof parseQuantity>, { ok: true }>['value'];

function amountOf(text: string | undefined, toNumber: (quantity: Quantity) => number): number {
  const parsed = text === undefined ? undefined : parseQuantity(text);
  return parsed?.ok ? toNumber(parsed.value) : Number.POSITIVE_INFINITY;
}
