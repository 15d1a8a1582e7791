/** Who wrote `spec.replicas` of the workload, and when. */

/** The HPA's controller; KEDA's operator; `kubectl scale` or a manifest that somebody applied. */
export type ScaledBy = 'hpa' | 'keda' | 'person';

/** One change of `spec.replicas`. */
export interface ReplicaChange {
  /** since the start of the run */
  readonly atSeconds: number;
  readonly by: ScaledBy;
  readonly from: number;
  readonly to: number;
}
