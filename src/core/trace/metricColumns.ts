import type { MetricSpec, MetricTarget } from '../autoscaling/types.ts';
import { metricKey } from '../cluster/signals.ts';
import type { MetricSummary } from '../podautoscaler/horizontal.ts';
import type { MetricProposalRecord } from '../podautoscaler/record.ts';
import { GrowingColumn, steadyFloat64Column } from './columns.ts';
import type { MetricColumns } from './types.ts';

const MILLI = 1000;

/** Name and target of a metric as the manifest gives them. */
function describe(spec: MetricSpec): { readonly name: string; readonly target: MetricTarget | undefined } {
  const resource = spec.resource ?? spec.containerResource;
  if (resource !== undefined) return { name: resource.name, target: resource.target };
  const source = spec.pods ?? spec.object ?? spec.external;
  return { name: source?.metric.name ?? spec.type, target: source?.target };
}

function unitOf(spec: MetricSpec, kind: MetricColumns['targetKind']): MetricColumns['unit'] {
  if (kind === 'Utilization') return 'percent';
  const resource = spec.resource?.name ?? spec.containerResource?.name;
  if (resource === 'cpu') return 'cores';
  return resource === 'memory' ? 'bytes' : 'value';
}

/** What makes a metric the same one after an edit: everything but the amount of its target. */
function identityOf(spec: MetricSpec): string {
  return `${metricKey(spec)} ${describe(spec).target?.type}`;
}

/** Collects one metric's columns. Target and tolerances are those that the controller recorded when it compared. */
export class MetricCollector {
  readonly #index: number;
  readonly #spec: MetricSpec;
  readonly #targetKind: MetricColumns['targetKind'];
  /** units of the controller's numbers in one of the column's */
  readonly #scale: number;
  readonly #current;
  readonly #target;
  readonly #toleranceUp;
  readonly #toleranceDown;
  #recorded: MetricProposalRecord | undefined;

  /** @param syncs how many there will be */
  constructor(index: number, spec: MetricSpec, syncs: number) {
    this.#index = index;
    this.#spec = spec;
    this.#targetKind = describe(spec).target?.type ?? 'Value';
    this.#scale = this.#targetKind === 'Utilization' ? 1 : MILLI;
    this.#current = new GrowingColumn(syncs);
    this.#target = steadyFloat64Column(syncs);
    this.#toleranceUp = steadyFloat64Column(syncs);
    this.#toleranceDown = steadyFloat64Column(syncs);
  }

  /** Whether another spec's metric is this one, perhaps with another target of the same kind. */
  isOf(spec: MetricSpec): boolean {
    return identityOf(spec) === identityOf(this.#spec);
  }

  /** Another spec holds from now on, with another target perhaps. */
  follow(): void {
    this.#recorded = undefined;
  }

  /** Syncs at which the metric was not in the spec. */
  skip(syncs: number): void {
    for (let i = 0; i < syncs; i++) {
      for (const column of [this.#current, this.#target, this.#toleranceUp, this.#toleranceDown]) {
        column.push(Number.NaN);
      }
    }
  }

  /** Whether the target and the tolerances that hold from now on are known. */
  get isDescribed(): boolean {
    return this.#recorded !== undefined;
  }

  /** Takes over target and tolerances, which then hold until the specification changes. */
  describe(recorded: MetricProposalRecord): void {
    this.#recorded = recorded;
  }

  /** @param summary undefined when this sync did not look at the metric */
  push(summary: MetricSummary | undefined): void {
    const scale = this.#scale;
    const known = summary !== undefined && !summary.failed;
    this.#current.push(known ? summary.current / scale : Number.NaN);
    this.#target.push(this.#recorded === undefined ? Number.NaN : Number(this.#recorded.target) / scale);
    this.#toleranceUp.push(this.#recorded?.toleranceUp ?? Number.NaN);
    this.#toleranceDown.push(this.#recorded?.toleranceDown ?? Number.NaN);
  }

  /** Whether the metric lies above its target by more than its tolerance. */
  isAboveTarget(summary: MetricSummary | undefined): boolean {
    if (summary === undefined || summary.failed || this.#recorded === undefined) return false;
    return summary.usageRatio > 1 + this.#recorded.toleranceUp;
  }

  finish(): MetricColumns {
    const { name } = describe(this.#spec);
    return {
      index: this.#index,
      name,
      targetKind: this.#targetKind,
      unit: unitOf(this.#spec, this.#targetKind),
      current: this.#current.finish(),
      target: this.#target.finish(),
      toleranceUp: this.#toleranceUp.finish(),
      toleranceDown: this.#toleranceDown.finish(),
    };
  }
}
