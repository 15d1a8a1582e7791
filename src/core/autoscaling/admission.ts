import type { FieldError } from '../apimachinery/field.ts';
import type { Release } from '../releases/index.ts';
import { dropRoundTripAnnotations } from './annotations.ts';
import { storedSpec, type WrittenHpa, type WrittenMeta } from './decode.ts';
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
/** bytes of a generated name before its random end */
const LONGEST_PREFIX = 58;
/** the server draws five letters; this stands for them */
const RANDOM_END = 'xxxxx';

/**
 * Metadata with the name that the server makes up where only `generateName` is given.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/storage/names/generate.go GenerateName
 */
function withGeneratedName(metadata: WrittenMeta): WrittenMeta {
  const { name = '', generateName = '' } = metadata;
  if (name !== '' || generateName === '') return metadata;
  return { ...metadata, name: `${generateName.slice(0, LONGEST_PREFIX)}${RANDOM_END}` };
}

/**
 * Metadata of a new object as validation sees it: with a name, and a generation where the server counts them.
 *
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go PrepareForCreate
 */
export function preparedForCreate(
  metadata: WrittenMeta,
  rules: { readonly tracksGeneration: boolean },
): WrittenMeta {
  const named = withGeneratedName(metadata);
  return rules.tracksGeneration ? { ...named, generation: 1 } : named;
}

/**
 * Creates an object as the API server does: defaults, drops fields of disabled gates, checks.
 *
 * @upstream pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go PrepareForCreate
 */
export function admit(written: WrittenHpa, release: Release): Admission {
  const spec = dropDisabledFields(defaultedHpa(written).spec, release);
  // kubectl sends the namespace of its context with every object that names none.
  const namespace = written.metadata.namespace || DEFAULT_NAMESPACE;
  const prepared = preparedForCreate(dropRoundTripAnnotations(written.metadata, release), release);
  const { name = '', labels, annotations, creationTimestamp } = prepared;
  const metadata: ObjectMeta = {
    name,
    namespace,
    ...(release.tracksGeneration ? { generation: 1 } : {}),
    ...(labels === undefined ? {} : { labels }),
    ...(annotations === undefined ? {} : { annotations }),
    ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
  };
  const errors = admissionErrors({ metadata: { ...prepared, namespace }, spec }, release);
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
