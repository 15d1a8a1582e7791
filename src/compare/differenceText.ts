/** What another run changes, in a sentence or two. Pure. */
import type { Trace } from '../core/index.ts';

export interface Difference {
  readonly text: string;
  /** the first instant at which the replicas differ, seconds since the start; undefined: they never do */
  readonly partAtSeconds: number | undefined;
}

interface Figure {
  readonly name: string;
  /** changes below this are not worth a word */
  readonly least: number;
  readonly read: (trace: Trace) => number;
  /** with its unit */
  readonly write: (value: number) => string;
}

const FIGURES: readonly Figure[] = [
  {
    name: 'pod time',
    least: 0.005,
    read: ({ summary }) => summary.podHours,
    write: (value) => `${value.toFixed(2)} pod-hours`,
  },
  {
    name: 'time above target',
    least: 0.5,
    read: ({ summary }) => summary.secondsAboveTarget,
    write: (value) => `${whole(value)} s`,
  },
  {
    name: 'the number of dropped requests',
    least: 0.5,
    read: ({ summary }) => summary.requestsDropped,
    write: whole,
  },
  {
    name: 'p95 latency',
    least: 0.0005,
    read: ({ summary }) => summary.p95LatencySeconds,
    write: (value) => (value < 1 ? `${whole(value * 1000)} ms` : `${value.toFixed(2)} s`),
  },
  {
    name: 'the highest count',
    least: 0.5,
    read: ({ summary }) => summary.maxReplicas,
    write: (value) => (value === 1 ? '1 replica' : `${value} replicas`),
  },
];

/** @param clock writes an instant of the run: "00:08:15" */
export function differenceOf(present: Trace, other: Trace, clock: (seconds: number) => string): Difference {
  const partAtSeconds = partingOf(present, other);
  const changes = FIGURES.flatMap((figure) => changeOf(figure, present, other));
  const parting =
    partAtSeconds === undefined
      ? 'The replicas would be the same all along.'
      : `From ${clock(partAtSeconds)} on the replicas go another way: ${desiredAt(other, partAtSeconds)} instead of ${desiredAt(present, partAtSeconds)}.`;
  if (changes.length === 0) {
    const rest = partAtSeconds === undefined ? '' : ' No figure changes by it.';
    return { text: `${parting}${rest}`, partAtSeconds };
  }
  return { text: `${parting} ${capitalized(joined(changes))}.`, partAtSeconds };
}

function changeOf({ name, least, read, write }: Figure, present: Trace, other: Trace): readonly string[] {
  const [from, to] = [read(present), read(other)];
  if (!(Math.abs(to - from) >= least)) return [];
  return [`${name} ${to > from ? 'grows' : 'falls'} from ${write(from)} to ${write(to)}`];
}

/** The first instant of a sync of either run at which they ask for different counts. */
function partingOf(a: Trace, b: Trace): number | undefined {
  const [ofA, ofB] = [a.syncs, b.syncs];
  let [i, j] = [0, 0];
  for (;;) {
    const seconds = Math.min(
      ofA.atSeconds[i] ?? Number.POSITIVE_INFINITY,
      ofB.atSeconds[j] ?? Number.POSITIVE_INFINITY,
    );
    if (seconds === Number.POSITIVE_INFINITY) return undefined;
    if (ofA.atSeconds[i] === seconds) i++;
    if (ofB.atSeconds[j] === seconds) j++;
    const [desiredA, desiredB] = [ofA.desiredReplicas[i - 1] ?? -1, ofB.desiredReplicas[j - 1] ?? -1];
    if (desiredA >= 0 && desiredB >= 0 && desiredA !== desiredB) return seconds;
  }
}

function desiredAt({ syncs }: Trace, seconds: number): number {
  const after = syncs.atSeconds.findIndex((at) => at > seconds);
  return syncs.desiredReplicas[(after < 0 ? syncs.atSeconds.length : after) - 1] ?? -1;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
