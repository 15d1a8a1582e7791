/**
 * The conditions of the HPA that is being reconciled.
 *
 * A reconcile sets the same three conditions again and again, and mostly to what they were. So they are worked on in
 * place, and objects are made only for conditions that differ from the stored ones in the end.
 */
import type { ConditionStatus, HorizontalPodAutoscalerCondition } from '../autoscaling/types.ts';
import { formatTime, parseTime } from '../go/time.ts';
import type { Ms } from './interfaces.ts';

/** Upstream's oldest minor can set a condition without a name, when a disabled metric type fails. */
export type SettableCondition = HorizontalPodAutoscalerCondition['type'] | '';
export type SettableStatus = ConditionStatus | '';

interface WorkingCondition {
  type: SettableCondition;
  status: SettableStatus;
  reason: string;
  message: string;
  /** the stored condition that this one began as; undefined: it is new */
  stored: HorizontalPodAutoscalerCondition | undefined;
  /** when the status flipped in this reconcile; NaN: it did not */
  flippedAtMs: Ms;
}

const NO_CONDITIONS: readonly HorizontalPodAutoscalerCondition[] = [];

export class Conditions {
  private readonly working: WorkingCondition[] = [];
  private length = 0;
  private stored: readonly HorizontalPodAutoscalerCondition[] = NO_CONDITIONS;

  /** Begins with the stored conditions. */
  load(stored: readonly HorizontalPodAutoscalerCondition[] | undefined): void {
    this.stored = stored ?? NO_CONDITIONS;
    this.length = 0;
    for (const condition of this.stored) {
      const slot = this.slot();
      slot.type = condition.type;
      slot.status = condition.status;
      slot.reason = condition.reason;
      slot.message = condition.message;
      slot.stored = condition;
    }
  }

  private slot(): WorkingCondition {
    let slot = this.working[this.length];
    if (slot === undefined) {
      slot = { type: '', status: '', reason: '', message: '', stored: undefined, flippedAtMs: Number.NaN };
      this.working.push(slot);
    }
    slot.stored = undefined;
    slot.flippedAtMs = Number.NaN;
    this.length += 1;
    return slot;
  }

  /**
   * Sets a condition; it is added at the end if it is not there. Only a flip of its status moves the time.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go setConditionInList
   */
  set(type: SettableCondition, status: SettableStatus, reason: string, message: string, nowMs: Ms): void {
    let condition = this.find(type);
    if (condition === undefined) {
      condition = this.slot();
      condition.type = type;
      condition.status = '';
    }
    if (condition.status !== status) condition.flippedAtMs = nowMs;
    condition.status = status;
    condition.reason = reason;
    condition.message = message;
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go removeCondition */
  remove(type: SettableCondition): void {
    const index = this.working.findIndex((condition, at) => at < this.length && condition.type === type);
    if (index === -1) return;
    this.working.push(...this.working.splice(index, 1));
    this.length -= 1;
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go getScaledToZeroConditionStatus */
  isTrue(type: SettableCondition): boolean {
    return this.find(type)?.status === 'True';
  }

  private find(type: SettableCondition): WorkingCondition | undefined {
    for (let i = 0; i < this.length; i += 1) {
      const condition = this.working[i];
      if (condition?.type === type) return condition;
    }
    return undefined;
  }

  /** Whether the conditions equal the stored ones, as the controller compares them: times to the nanosecond. */
  unchanged(): boolean {
    if (this.length !== this.stored.length) return false;
    for (let i = 0; i < this.length; i += 1) {
      const condition = this.working[i] as WorkingCondition;
      if (condition.stored !== this.stored[i] || !equalsStored(condition)) return false;
    }
    return true;
  }

  /** As the API server stores them. */
  build(): readonly HorizontalPodAutoscalerCondition[] {
    if (this.unchanged()) return this.stored;
    const built: HorizontalPodAutoscalerCondition[] = [];
    for (let i = 0; i < this.length; i += 1) built.push(buildCondition(this.working[i] as WorkingCondition));
    return built;
  }
}

function equalsStored({ stored, status, reason, message, flippedAtMs }: WorkingCondition): boolean {
  return (
    stored !== undefined &&
    stored.status === status &&
    stored.reason === reason &&
    stored.message === message &&
    (Number.isNaN(flippedAtMs) || parseTime(stored.lastTransitionTime) === flippedAtMs)
  );
}

function buildCondition(condition: WorkingCondition): HorizontalPodAutoscalerCondition {
  const { stored, type, status, reason, message, flippedAtMs } = condition;
  if (stored !== undefined && equalsStored(condition)) return stored;
  // a condition whose status is empty from the start never flipped and has Go's zero time: no text
  const kept = stored?.lastTransitionTime ?? '';
  const lastTransitionTime = Number.isNaN(flippedAtMs) ? kept : formatTime(flippedAtMs);
  return { type, status, lastTransitionTime, reason, message } as HorizontalPodAutoscalerCondition;
}
