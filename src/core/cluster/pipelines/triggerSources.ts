import type { Agenda } from '../agenda.ts';
import type { Adapter } from './adapter.ts';
import { readGauges, type SignalSources, totalValue } from './signalValues.ts';

/** What the source of a KEDA trigger shows now. */
export interface SourceReading {
  readonly value: number;
  /** messages that wait */
  readonly waiting: number;
  /** messages that have been served since the start of the run */
  readonly consumed: number;
  /** of the topic, where the signal says so */
  readonly partitions?: number;
}

/**
 * How a trigger's source is reached:
 *
 * - `messages`: a broker that counts whole messages, those included that are being worked on
 * - `scraped`: a query of Prometheus
 * - `amount`: anything else, as it is at this instant
 */
export type SourceKind = 'messages' | 'scraped' | 'amount';

export interface TriggerSourcesInput extends SignalSources {
  readonly agenda: Agenda;
  readonly adapter: Adapter;
}

/** Rounding of doubles must not make a message of nothing. */
const NOTHING = 1e-6;

/**
 * The systems that KEDA's triggers ask, read from the same signals as metrics are.
 *
 * @rule MB10 MB11 MB12 OU5
 */
export class TriggerSources {
  readonly #input: TriggerSourcesInput;

  constructor(input: TriggerSourcesInput) {
    this.#input = input;
  }

  /**
   * @param key of the metric that the trigger gives to the HPA
   * @returns undefined where Prometheus has nothing to answer
   */
  read(key: string, kind: SourceKind): SourceReading | undefined {
    const { agenda, adapter, workload } = this.#input;
    workload.advanceTo(agenda.now);
    const binding = adapter.binding(key);
    const value = kind === 'scraped' ? adapter.fresh(key) : this.#now(key, kind);
    if (value === undefined) return undefined;
    const { waiting, requestsServed: consumed } = workload;
    const { partitions } = binding;
    return { value, waiting, consumed, ...(partitions === undefined ? {} : { partitions }) };
  }

  #now(key: string, kind: SourceKind): number {
    const { agenda, adapter } = this.#input;
    const binding = adapter.binding(key);
    const gauges = readGauges(this.#input, agenda.now);
    const isLag = kind === 'messages' && binding.source === 'backlog';
    const value = isLag ? gauges.backlog + gauges.inFlight : totalValue(binding, gauges, this.#input);
    const amount = value * binding.factor;
    return kind === 'messages' ? Math.ceil(amount - NOTHING) : amount;
  }
}
