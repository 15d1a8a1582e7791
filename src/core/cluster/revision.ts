import { milliValue, parseQuantity, value } from '../apimachinery/quantity.ts';
import type { WorkloadManifest } from '../manifest/types.ts';
import type { PodTemplate } from '../podautoscaler/interfaces.ts';
import { type PodTimetable, podTimetable, runningContainers } from './containers.ts';
import { podTemplateHash } from './podNames.ts';
import type { PodSettings } from './types.ts';
import type { ContainerLimits } from './workload.ts';

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

type Quantity = Extract<ReturnType<typeof parseQuantity>, { ok: true }>['value'];

function amountOf(text: string | undefined, toNumber: (quantity: Quantity) => number): number {
  const parsed = text === undefined ? undefined : parseQuantity(text);
  return parsed?.ok ? toNumber(parsed.value) : Number.POSITIVE_INFINITY;
}
