/** What is taken over from what kubectl printed of a real cluster. */
import type { Minor } from '../core/index.ts';

export interface ClusterText {
  /** which of kubectl's outputs it was */
  readonly from: 'get' | 'describe';
  /** cleaned of what the cluster added; says where it comes from */
  readonly manifest: string;
  /** of the workload at that moment; undefined where it is not told, or where there are several HPAs */
  readonly currentReplicas?: number;
  /** Kubernetes minor of the cluster, where the text tells it and this page knows it */
  readonly minor?: Minor;
  /** sentences: what was left out, worked out, or cannot be known */
  readonly notes: readonly string[];
}

export const CLUSTER_TEXT_LIMITS = {
  /** UTF-16 code units: lists of a whole namespace are long, and what is kept of them is short */
  length: 4 * 1024 * 1024,
  /** UTF-16 code units of a line of `describe` that is read; messages are longer, and skipped */
  lineLength: 2_000,
  lines: 20_000,
  /** HPAs in one text */
  hpas: 50,
} as const;
