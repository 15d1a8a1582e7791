/**
 * What becomes of the controller's events on their way to the API server. client-go merges and drops some of them
 * before anybody can list them, so `kubectl` never shows the controller's own list.
 */
import type { HpaEvent, Ms } from '../podautoscaler/interfaces.ts';
import type { Release } from '../releases/index.ts';
import type { ApiEvent } from './events.ts';
import { TokenBucket } from './tokenBucket.ts';

/** Number of different messages of one reason from which on events are combined. */
const MAX_MESSAGES = 10;
const MAX_INTERVAL: Ms = 600_000;
const SPAM_BURST = 25;
const SPAM_PER_SECOND = 1 / 300;
/** The API server forgets an event an hour after it was last written (`--event-ttl`). */
const TIME_TO_LIVE: Ms = 3_600_000;
const COMPONENT = 'horizontal-pod-autoscaler';

/** The HPA that the events are about. */
export interface InvolvedHpa {
  readonly name: string;
  readonly namespace: string;
}

/** One event at the instant at which the controller emitted it. */
export interface EmittedEvent extends HpaEvent {
  readonly at: Ms;
}

interface SimilarEvents {
  readonly messages: Set<string>;
  at: Ms;
}

/** What has been counted under one key, whether or not it reached the server. */
interface Observed {
  readonly name: string;
  readonly firstTimestamp: Ms;
  count: number;
}

/**
 * The events that the API server holds at an instant, in the order in which it lists them (by name, which ends in the
 * instant of the first one).
 *
 * - The same reason and message again: one event with a count.
 * - A reason that comes with a tenth different message within ten minutes of its last one: from then on messages that
 *   are not among the nine remembered ones are combined into one event, `(combined from similar events): ...` with the
 *   newest message. Which nine are remembered is left to chance upstream; here the oldest is forgotten.
 * - More than 25 events about one HPA: only one each five minutes gets through (from 1.32 on for Normal and Warning
 *   apart). The others are counted, and show in the next that does.
 * - An hour after its last write the server forgets an event. The count goes on if it comes back.
 *
 * The controller is taken to run for the whole time: after a restart it would count anew.
 *
 * @param emitted what the controller emitted, oldest first
 * @upstream staging/src/k8s.io/client-go/tools/record/events_cache.go EventCorrelator.EventCorrelate
 */
export function correlateEvents(
  emitted: readonly EmittedEvent[],
  hpa: InvolvedHpa,
  now: Ms,
  release: Pick<Release, 'budgetsEventsByType'>,
): readonly ApiEvent[] {
  const correlator = new EventCorrelator(hpa, release);
  for (const event of emitted) {
    if (event.at > now) break;
    correlator.record(event);
  }
  return correlator.listed(now);
}

class EventCorrelator {
  readonly #hpa: InvolvedHpa;
  readonly #budgetsByType: boolean;
  readonly #similar = new Map<string, SimilarEvents>();
  readonly #observed = new Map<string, Observed>();
  readonly #budgets = new Map<string, TokenBucket>();
  /** by name, in the order of their creation */
  readonly #stored = new Map<string, { readonly event: ApiEvent; readonly writtenAt: Ms }>();
  #created = 0;

  constructor(hpa: InvolvedHpa, { budgetsEventsByType }: Pick<Release, 'budgetsEventsByType'>) {
    this.#hpa = hpa;
    this.#budgetsByType = budgetsEventsByType;
  }

  record(emitted: EmittedEvent): void {
    const { type, reason, at } = emitted;
    const isCombined = this.#isCombined(emitted);
    const message = isCombined ? `(combined from similar events): ${emitted.message}` : emitted.message;
    // types and reasons are single words, so blanks tell the parts apart
    const key = isCombined ? `${type} ${reason}` : `${type} ${reason} ${message}`;
    const observed = this.#observe(key, at);
    if (!this.#budget(type).tryAccept(at)) return;
    const { name, firstTimestamp, count } = observed;
    const event: ApiEvent = {
      name,
      namespace: this.#hpa.namespace,
      involvedKind: 'HorizontalPodAutoscaler',
      involvedName: this.#hpa.name,
      type,
      reason,
      message,
      component: COMPONENT,
      host: '',
      reportingController: COMPONENT,
      reportingInstance: '',
      firstTimestamp,
      lastTimestamp: wholeSeconds(at),
      count,
    };
    this.#stored.set(name, { event, writtenAt: at });
  }

  listed(now: Ms): readonly ApiEvent[] {
    return [...this.#stored.values()]
      .filter(({ writtenAt }) => now - writtenAt < TIME_TO_LIVE)
      .map(({ event }) => event)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @upstream staging/src/k8s.io/client-go/tools/record/events_cache.go EventAggregator.EventAggregate */
  #isCombined({ type, reason, message, at }: EmittedEvent): boolean {
    const key = `${type} ${reason}`;
    let similar = this.#similar.get(key);
    if (similar === undefined || at - similar.at > MAX_INTERVAL) {
      similar = { messages: new Set(), at };
      this.#similar.set(key, similar);
    }
    similar.messages.add(message);
    similar.at = at;
    if (similar.messages.size < MAX_MESSAGES) return false;
    const [oldest] = similar.messages;
    if (oldest !== undefined) similar.messages.delete(oldest);
    return true;
  }

  /** @upstream staging/src/k8s.io/client-go/tools/record/events_cache.go eventLogger.eventObserve */
  #observe(key: string, at: Ms): Observed {
    const known = this.#observed.get(key);
    if (known !== undefined) {
      known.count++;
      return known;
    }
    const first = { name: this.#nextName(at), firstTimestamp: wholeSeconds(at), count: 1 };
    this.#observed.set(key, first);
    return first;
  }

  /** Nanoseconds in hexadecimal; two events of one instant are told apart by their order. */
  #nextName(at: Ms): string {
    this.#created++;
    const nanoseconds = BigInt(Math.round(at)) * 1_000_000n + BigInt(this.#created);
    return `${this.#hpa.name}.${nanoseconds.toString(16)}`;
  }

  #budget(type: string): TokenBucket {
    const key = this.#budgetsByType ? type : '';
    const known = this.#budgets.get(key);
    if (known !== undefined) return known;
    const budget = new TokenBucket(SPAM_PER_SECOND, SPAM_BURST);
    this.#budgets.set(key, budget);
    return budget;
  }
}

/** Times are stored in whole seconds. */
function wholeSeconds(at: Ms): Ms {
  return Math.floor(at / 1000) * 1000;
}
