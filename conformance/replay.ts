/** Runs the controller against the inputs of one recorded trace and compares everything it does. */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
} from '../src/core/autoscaling/types.ts';
import {
  type ControllerEnvironment,
  HorizontalController,
  type ReconcileOutcome,
} from '../src/core/podautoscaler/horizontal.ts';
import { RestMetricsClient } from '../src/core/podautoscaler/metrics/client.ts';
import { ReconcileSchedule } from '../src/core/podautoscaler/schedule.ts';
import { type Minor, resolveRelease } from '../src/core/releases/index.ts';
import { type Difference, firstDifference } from './difference.ts';
import { comparableStatus, ExpectedStatus } from './expectedStatus.ts';
import { otherSelector, RecordedCluster } from './recordedCluster.ts';
import type { Trace, TraceEdit, TraceHpa, TraceStep } from './traceFormat.ts';

export interface StepMismatch extends Difference {
  /** seconds since the trace's start */
  readonly t: number;
}

export interface ReplayResult {
  readonly steps: number;
  readonly mismatches: readonly StepMismatch[];
}

type StartController = (environment: ControllerEnvironment) => HorizontalController;

/** Instants that are closer than this are the same: times in traces are decimal fractions of seconds. */
const SAME_INSTANT_MS = 1e-3;

/** how long the controller has been running when the HPA is created */
const CONTROLLER_RUNS_BEFORE_SECONDS = 10;

const EMPTY_STATUS: HorizontalPodAutoscalerStatus = { currentReplicas: 0, desiredReplicas: 0 };

class Replay {
  private readonly trace: Trace;
  private readonly record: boolean;
  private readonly cluster: RecordedCluster;
  private readonly controller: HorizontalController;
  private readonly schedule: ReconcileSchedule;
  private readonly expected: ExpectedStatus;
  private readonly mismatches: StepMismatch[] = [];
  private clockMs = 0;
  private step: TraceStep | undefined;
  private hpa: HorizontalPodAutoscaler;
  private exists = true;
  private others: NonNullable<TraceStep['otherHPAs']> = [];

  constructor(trace: Trace, minor: Minor, record: boolean, startController: StartController) {
    this.trace = trace;
    this.record = record;
    const release = resolveRelease(minor, trace.featureGates);
    this.cluster = new RecordedCluster(trace);
    this.schedule = new ReconcileSchedule(
      release,
      trace.controllerManager.syncPeriodSeconds,
      this.cluster.atMs(-CONTROLLER_RUNS_BEFORE_SECONDS),
    );
    this.controller = startController({
      release,
      flags: trace.controllerManager,
      podLister: this.cluster,
      metricsClient: new RestMetricsClient(this.cluster, release),
      scaleClient: this.cluster,
      now: () => this.clockMs,
      sleepBeforeRetry: () => this.sleep(),
      updateStatus: () => this.cluster.statusUpdateError(),
    });
    this.expected = new ExpectedStatus(trace.initialStatus);
    this.hpa = { ...trace.hpa, status: trace.initialStatus ?? EMPTY_STATUS };
  }

  run(): ReplayResult {
    this.schedule.created(this.cluster.atMs(0));
    for (const step of this.trace.steps) this.replayStep(step);
    return { steps: this.trace.steps.length, mismatches: this.mismatches };
  }

  /** Retries wait a random while upstream; the trace says when the last one was over. */
  private sleep(): void {
    if (this.step?.tEnd !== undefined) this.clockMs = this.cluster.atMs(this.step.tEnd);
  }

  private replayStep(step: TraceStep): void {
    this.step = step;
    for (const edit of step.edits ?? []) this.applyEdit(edit);
    this.cluster.enter(step);
    this.putOthers(step);
    this.checkSchedule(step.t, 't');
    this.clockMs = this.cluster.atMs(step.t);
    this.schedule.begin(this.clockMs);
    const outcome = this.controller.reconcile(this.hpa, { record: this.record });
    this.hpa = { ...this.hpa, status: outcome.status };
    this.expected.merge(step.out.status);
    this.compare(step, outcome);
    this.schedule.end(this.cluster.atMs(step.tEnd ?? step.t), false);
  }

  private applyEdit({ t, what, hpa }: TraceEdit): void {
    const atMs = this.cluster.atMs(t);
    const { namespace, name } = this.hpa.metadata;
    switch (what) {
      case 'edited':
        this.edit(atMs, hpa ?? this.hpa);
        break;
      case 'deleted':
        this.exists = false;
        this.controller.deleteHPA(namespace, name);
        break;
      case 'created':
        this.exists = true;
        this.hpa = { ...(hpa ?? this.hpa), status: EMPTY_STATUS };
        this.expected.reset();
        this.schedule.created(atMs);
        break;
      case 'controller noticed the deletion':
        this.checkSchedule(t, 'edits.t');
        this.schedule.begin(atMs);
        this.controller.forget(namespace, name);
        this.schedule.end(atMs, true);
        break;
      case 'controller restarted':
        this.controller.restart();
        this.schedule.restarted(atMs);
        if (this.exists) this.schedule.created(atMs);
        break;
      default:
        throw new Error(`unknown edit: ${what}`);
    }
  }

  private edit(atMs: number, edited: TraceHpa): void {
    const generationChanged = edited.metadata.generation !== this.hpa.metadata.generation;
    this.hpa = { ...edited, status: this.hpa.status };
    this.schedule.edited(atMs, generationChanged);
  }

  private putOthers(step: TraceStep): void {
    const { namespace } = this.hpa.metadata;
    if (step.otherHPAs !== undefined) {
      for (const { name } of this.others) this.controller.selectors.delete(namespace, name);
      this.others = step.otherHPAs;
    }
    for (const { name, selector } of this.others) {
      this.controller.selectors.put(namespace, name, otherSelector(selector));
    }
  }

  private checkSchedule(t: number, path: string): void {
    const nextMs = this.schedule.nextMs();
    const expectedMs = this.cluster.atMs(t);
    if (nextMs !== undefined && Math.abs(nextMs - expectedMs) < SAME_INSTANT_MS) return;
    const actual = nextMs === undefined ? undefined : (nextMs - this.cluster.atMs(0)) / 1000;
    this.mismatches.push({ t, path, expected: t, actual });
  }

  private compare({ t, tEnd, out }: TraceStep, outcome: ReconcileOutcome): void {
    const endMs = this.cluster.atMs(tEnd ?? t);
    const expected = {
      unanswered: [],
      end: tEnd ?? t,
      scaleUpdate: out.scaleUpdate,
      scaleUpdateCalls: out.scaleUpdateCalls ?? Math.min(outcome.scaleUpdateCalls, 1),
      statusWrites: out.statusWrites,
      status: this.expected.comparable(),
      events: out.events ?? [],
      errors: out.errors ?? [],
    };
    const actual = {
      unanswered: [...this.cluster.unanswered],
      // the clock moves only when the controller waits between two attempts
      end: Math.abs(this.clockMs - endMs) < SAME_INSTANT_MS ? (tEnd ?? t) : this.clockMs,
      scaleUpdate: outcome.scaleUpdate,
      scaleUpdateCalls: outcome.scaleUpdateCalls,
      statusWrites: outcome.statusWrites,
      status: comparableStatus(outcome.status),
      events: outcome.events,
      errors: outcome.errors,
    };
    const difference = firstDifference(expected, actual, '');
    if (difference !== undefined) this.mismatches.push({ t, ...difference });
  }
}

/**
 * Replays one trace. A step counts as one mismatch at most, with the first difference.
 *
 * @param record also build the decision records, to see that doing so changes nothing
 * @param startController for whoever wants to look at what passes between the controller and its environment
 */
export function replayTrace(
  trace: Trace,
  minor: Minor,
  record = false,
  startController: StartController = (environment) => new HorizontalController(environment),
): ReplayResult {
  return new Replay(trace, minor, record, startController).run();
}
