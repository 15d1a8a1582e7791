/** What stands under *Two clocks*: KEDA's last poll beside the sync of the HPA that is looked at. Pure. */
import { formatClock, formatInstant, formatValue } from '../charts/units.ts';
import {
  explainPoll,
  type KedaExplanation,
  type KedaPlan,
  pollAt,
  type ReplicaChange,
  type Trace,
} from '../core/index.ts';
import type { TriggerRow, TwoClocksView } from '../explanations/twoClocksView.ts';

/** Before KEDA's first poll there is nothing to tell. @param sync the one that is looked at */
export function twoClocksAt(trace: Trace, sync: number): TwoClocksView | undefined {
  const { keda } = trace;
  const seconds = trace.syncs.atSeconds[sync];
  if (keda === undefined || seconds === undefined) return undefined;
  const poll = pollAt(keda, seconds);
  const plan = keda.plans[keda.polls.plan[poll] ?? 0];
  if (poll < 0 || plan === undefined) return undefined;
  const explanation = explainPoll(keda, poll);
  return {
    explanation,
    polled: polledText(keda.polls.atSeconds, poll),
    lastActive: lastActiveText(keda.polls.lastActiveSeconds[poll] ?? Number.NaN, seconds),
    triggers: triggerRows(plan, explanation),
    changed: changedText(trace, sync),
    atZero: atZeroText(trace, sync, plan),
  };
}

function polledText(atSeconds: Float64Array, poll: number): string {
  const next = atSeconds[poll + 1];
  const at = `Polled at ${formatClock(atSeconds[poll] ?? 0)}`;
  return next === undefined ? at : `${at}, next at ${formatClock(next)}`;
}

function lastActiveText(lastActive: number, seconds: number): string {
  if (Number.isNaN(lastActive)) return 'No trigger has been active yet.';
  const ago = Math.round(seconds - lastActive);
  return `Last active at ${formatClock(lastActive)}${ago > 0 ? `, ${formatInstant(ago)} before this sync` : ''}.`;
}

const NONE = '–';

function triggerRows(plan: KedaPlan, { triggers }: KedaExplanation): readonly TriggerRow[] {
  return plan.triggers.flatMap((planned) =>
    planned.metrics.map((metric): TriggerRow => {
      const target = metric.targetType === 'Utilization' ? 'percent' : 'value';
      const targetText = formatValue(metric.targetMilli / 1000, target);
      const row = { name: metric.name, type: planned.type, target: targetText };
      const line = triggers.find(({ name }) => name === metric.name);
      if (planned.kind === 'resource' || line === undefined) {
        const text = `${planned.type} is read by the HPA alone; KEDA never calls it active.`;
        return { ...row, value: NONE, activation: NONE, active: 'by the HPA alone', text };
      }
      const { value, active, text } = line;
      return {
        ...row,
        value: value === undefined ? 'failed' : formatValue(value, 'value'),
        activation:
          planned.kind === 'cron' ? 'by the clock' : `> ${formatValue(planned.activation, 'value')}`,
        active: active ? 'yes' : 'no',
        text,
      };
    }),
  );
}

const WHO = { hpa: 'the HPA', keda: 'KEDA', person: 'a person' } as const;

/** What was changed since the sync before; nothing then: the last change. */
function changedText({ scalings, syncs }: Trace, sync: number): string {
  const seconds = syncs.atSeconds[sync] ?? 0;
  const before = syncs.atSeconds[sync - 1] ?? Number.NEGATIVE_INFINITY;
  const past = scalings.filter(({ atSeconds }) => atSeconds <= seconds);
  const now = past.filter(({ atSeconds }) => atSeconds > before);
  const told = (now.length > 0 ? now : past.slice(-1)).map((change) => changeText(change, seconds));
  if (told.length === 0) {
    const first = syncs.currentReplicas[0] ?? -1;
    return first < 0
      ? 'Nobody has changed the replicas yet.'
      : `Nobody has changed the ${first} replicas of the start yet.`;
  }
  return `${now.length > 0 ? 'Changed' : 'Last changed'} by ${told.join(', then by ')}.`;
}

function changeText({ by, from, to, atSeconds }: ReplicaChange, seconds: number): string {
  const when = atSeconds === seconds ? 'at this sync' : `at ${formatClock(atSeconds)}`;
  return `${WHO[by]}, ${from} → ${to} ${when}`;
}

function atZeroText({ conditions }: Trace, sync: number, plan: KedaPlan): string | undefined {
  const active = conditions.find(({ type }) => type === 'ScalingActive');
  if (active === undefined || active.reasons[active.reason[sync] ?? -1] !== 'ScalingDisabled')
    return undefined;
  if (plan.hpaMinReplicas < 1) return undefined;
  return 'At zero replicas the HPA says ScalingDisabled. That is in order: KEDA starts the first pod with the next active trigger, then the HPA goes on.';
}
