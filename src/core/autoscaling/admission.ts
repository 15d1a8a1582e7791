import type { FieldError } from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import { dropRoundTripAnnotations } from './annotations.ts';
import { storedSpec, type WrittenHpa } from './decode.ts';
import { type DefaultedSpec, setDefaultsHorizontalPodAutoscaler } from './defaults.ts';
import { dropDisabledFields } from './dropDisabled.ts';
import type { ObjectMeta } from './types.ts';
import { admissionErrors } from './validation.ts';

/** What the server would store, and why it does not, if it does not. */
export interface Admission {
  readonly hpa: { readonly metadata: ObjectMeta; readonly spec: DefaultedSpec };
  /** the server's errors, in its order */
  readonly errors: readonly FieldError[];
}

const DEFAULT_NAMESPACE = 'default';

/**
 * Creates an object as the API server does: defaults, drops fields of disabled gates, checks.
 *
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go PrepareForCreate
 */
export function admit(written: WrittenHpa, release: Release): Admission {
  const spec = dropDisabledFields(defaultedHpa(written).spec, release);
  // kubectl sends the namespace of its context with every object that names none.
  const namespace = written.metadata.namespace || DEFAULT_NAMESPACE;
  const {
    name = '',
    labels,
    annotations,
    creationTimestamp,
  } = dropRoundTripAnnotations(written.metadata, release);
  const metadata: ObjectMeta = {
    name,
    namespace,
    ...(release.tracksGeneration ? { generation: 1 } : {}),
    ...(labels === undefined ? {} : { labels }),
    ...(annotations === undefined ? {} : { annotations }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
  };
  const errors = admissionErrors({ metadata: { ...written.metadata, namespace }, spec }, release);
  // whoever reads a stored object gets the defaults of v2 once more
  const stored = setDefaultsHorizontalPodAutoscaler(storedSpec(spec, release));
  return { hpa: { metadata, spec: stored }, errors };
}

/**
 * An object with the defaults of the version that it was written in. A behavior that conversion took from an annotation
 * stays as it is.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/runtime/scheme.go Default
 */
export function defaultedHpa(written: WrittenHpa): WrittenHpa & { readonly spec: DefaultedSpec } {
  const { spec, convertedFrom } = written;
  if (convertedFrom === undefined) return { ...written, spec: setDefaultsHorizontalPodAutoscaler(spec) };
  const { behavior, ...others } = spec;
  const defaulted = setDefaultsHorizontalPodAutoscaler(others);
  return { ...written, spec: behavior === undefined ? defaulted : { ...defaulted, behavior } };
}
