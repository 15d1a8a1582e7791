/**
 * What a visitor's text turned into. Bad input is a value: reading never throws, and every problem has a position.
 * Lines and columns are 1-based; columns count UTF-16 code units, as the editor does.
 */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../autoscaling/types.ts';
import type { ContainerTemplate } from '../podautoscaler/interfaces.ts';

export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Problem {
  readonly severity: Severity;
  /** short stable name: `yaml-syntax`, `not-an-hpa`, `field-invalid`, `no-cpu-request` */
  readonly rule: string;
  /** one or two plain sentences; for the API server's errors its own text */
  readonly message: string;
  /** what to do about it, where there is something to say beyond the message */
  readonly hint?: string;
  /** field path as the API server writes it: `spec.metrics[0].resource.target.type` */
  readonly path?: string;
  readonly range: Range;
}

export interface ReadinessProbe {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

export interface WorkloadContainer extends ContainerTemplate {
  readonly limits: Readonly<Record<string, string>>;
  readonly readinessProbe?: ReadinessProbe;
}

/** The scale target as written in the manifest, or the stated default where it is missing. */
export interface WorkloadManifest {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly namespace: string;
  /** false: not in the text, these are the stated defaults */
  readonly written: boolean;
  readonly replicas?: number;
  /** the selector's text as the scale subresource shows it: `app=web` */
  readonly selector: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly WorkloadContainer[];
  readonly initContainers: readonly WorkloadContainer[];
  /** pod-level `spec.resources.requests`, where written */
  readonly podRequests?: Readonly<Record<string, string>>;
  readonly terminationGracePeriodSeconds: number;
}

/** A text that can be simulated. */
export interface ReadManifest {
  /** defaulted as the API server of the chosen minor would store it */
  readonly hpa: HorizontalPodAutoscaler & {
    readonly spec: HorizontalPodAutoscalerSpec & { readonly minReplicas: number };
  };
  readonly workload: WorkloadManifest;
}

export interface ManifestResult {
  /** present when the text can run; there may be warnings beside it */
  readonly manifest?: ReadManifest;
  readonly problems: readonly Problem[];
}
