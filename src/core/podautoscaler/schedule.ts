/**
 * When one HPA is reconciled: what the controller's work queue makes of creations, edits and finished reconciles.
 *
 * The queue holds a key at most once in each of two places: waiting for a deadline, of which the earliest counts, and
 * ready to be processed. A finished reconcile always asks for the next one a sync period later.
 *
 * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.processNextWorkItem
 */
import type { Release } from '../releases/index.ts';
import type { Ms } from './interfaces.ts';

export class ReconcileSchedule {
  private readonly release: Release;
  private readonly syncPeriodMs: Ms;
  private waitingUntilMs: Ms | undefined;
  private readySinceMs: Ms | undefined;
  private begunAtMs: Ms = Number.NaN;
  private begunAtOnce = false;
  private controllerStartMs: Ms;

  /** @param controllerStartMs when the controller began to watch HPAs */
  constructor(release: Release, syncPeriodSeconds: number, controllerStartMs: Ms = Number.NaN) {
    this.release = release;
    this.syncPeriodMs = syncPeriodSeconds * 1000;
    this.controllerStartMs = controllerStartMs;
  }

  /**
   * The HPA appeared: it was created, or a controller that just started sees it for the first time.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.enqueueHPA
   */
  created(atMs: Ms): void {
    if (this.release.syncsAtOnce) this.add(atMs);
    else this.addRateLimited(atMs);
  }

  /**
   * The HPA was edited. An edit that leaves the generation alone changed nothing that is reconciled at once.
   *
   * @upstream pkg/controller/podautoscaler/horizontal.go HorizontalController.updateHPA
   */
  edited(atMs: Ms, generationChanged: boolean): void {
    if (this.release.tracksGeneration && generationChanged) this.add(atMs);
    else this.addRateLimited(atMs);
  }

  /** The controller started anew with an empty queue. */
  restarted(atMs: Ms): void {
    this.controllerStartMs = atMs;
    this.waitingUntilMs = undefined;
    this.readySinceMs = undefined;
  }

  /** When the next reconcile begins; undefined: none is asked for. A deleted HPA has one more, which finds it gone. */
  nextMs(): Ms | undefined {
    return this.readySinceMs ?? this.waitingUntilMs;
  }

  /** A reconcile begins: it takes the key out of the ready place, and a deadline that has come with it. */
  begin(atMs: Ms): void {
    this.begunAtMs = atMs;
    this.begunAtOnce = this.readySinceMs !== undefined;
    this.readySinceMs = undefined;
    if (this.waitingUntilMs !== undefined && this.waitingUntilMs <= atMs) this.waitingUntilMs = undefined;
  }

  /** The reconcile is over; `deleted`: it found the HPA gone. */
  end(atMs: Ms, deleted: boolean): void {
    if (deleted) return;
    const resyncMs = this.firstResyncSince(this.begunAtMs);
    // what made a reconcile begin at once came after a resync of the same instant
    const before = this.begunAtOnce && resyncMs === this.begunAtMs;
    if (!before && resyncMs < atMs) this.addRateLimited(resyncMs);
    this.addRateLimited(atMs);
  }

  /**
   * The informer hands over every HPA again each sync period. That asks for a reconcile too, and shows only when it
   * happens while one runs: then the next comes a sync period after it, not after the running one's end.
   *
   * @returns NaN where the controller's start is not known
   */
  private firstResyncSince(atMs: Ms): Ms {
    const periods = Math.max(Math.ceil((atMs - this.controllerStartMs) / this.syncPeriodMs), 1);
    return this.controllerStartMs + periods * this.syncPeriodMs;
  }

  /** @upstream staging/src/k8s.io/client-go/util/workqueue/queue.go Typed.Add */
  private add(atMs: Ms): void {
    this.readySinceMs ??= atMs;
  }

  /** @upstream staging/src/k8s.io/client-go/util/workqueue/delaying_queue.go delayingType.AddAfter */
  private addRateLimited(atMs: Ms): void {
    const untilMs = atMs + this.syncPeriodMs;
    if (this.waitingUntilMs === undefined || untilMs < this.waitingUntilMs) this.waitingUntilMs = untilMs;
  }
}
