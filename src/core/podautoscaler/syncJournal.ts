/** What one reconcile says while it runs: conditions, events, error texts. Used again for the next one. */
import { Conditions, type SettableCondition, type SettableStatus } from './conditions.ts';
import type { HpaEvent, Ms } from './interfaces.ts';

const NO_EVENTS: readonly HpaEvent[] = [];
const NO_ERRORS: readonly string[] = [];

export class SyncJournal {
  readonly conditions = new Conditions();
  /** the controller's clock; it moves on while the scale is retried */
  nowMs: Ms = 0;
  private emitted: HpaEvent[] | undefined;
  private logged: string[] | undefined;

  begin(nowMs: Ms): void {
    this.nowMs = nowMs;
    this.emitted = undefined;
    this.logged = undefined;
  }

  get events(): readonly HpaEvent[] {
    return this.emitted ?? NO_EVENTS;
  }

  get errors(): readonly string[] {
    return this.logged ?? NO_ERRORS;
  }

  /** @upstream pkg/controller/podautoscaler/horizontal.go setCondition */
  setCondition(type: SettableCondition, status: SettableStatus, reason: string, message: string): void {
    this.conditions.set(type, status, reason, message, this.nowMs);
  }

  event(type: HpaEvent['type'], reason: string, message: string): void {
    this.emitted ??= [];
    this.emitted.push({ type, reason, message });
  }

  /** @upstream staging/src/k8s.io/apimachinery/pkg/util/runtime/runtime.go HandleError */
  handleError(error: string): void {
    this.logged ??= [];
    this.logged.push(error);
  }
}
