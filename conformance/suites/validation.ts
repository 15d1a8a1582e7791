/** Validation on creation and on update: the list of errors, the server's answer, kubectl's words. */
import { invalidStatus } from '../../src/core/apimachinery/apiStatus.ts';
import { type BadValue, type FieldError, fieldErrorText } from '../../src/core/apimachinery/field.ts';
import { preparedForCreate } from '../../src/core/autoscaling/admission.ts';
import type { WrittenHpa } from '../../src/core/autoscaling/decode.ts';
import { dropDisabledFields } from '../../src/core/autoscaling/dropDisabled.ts';
import {
  admissionErrors,
  validateHorizontalPodAutoscaler,
  validateHorizontalPodAutoscalerUpdate,
} from '../../src/core/autoscaling/validation.ts';
import { errorText } from '../../src/core/kubectl/errorText.ts';
import type { FeatureGates, Release } from '../../src/core/releases/index.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';
import { readManifest } from './manifests.ts';

const KIND = 'HorizontalPodAutoscaler';

/** Compares one case of `validation.json`. */
export function checkValidation(item: Case, file: CaseFile): Difference | undefined {
  const release = releaseOf(file, (item.gates ?? {}) as FeatureGates);
  const stored = item.old === undefined ? undefined : sent(item.old, release);
  const hpa = sent(item.in, release, stored);
  const errors =
    stored === undefined
      ? validateHorizontalPodAutoscaler(hpa, release)
      : validateHorizontalPodAutoscalerUpdate(hpa, stored, release);
  const answered = admissionErrors(hpa, release, stored);
  const name = hpa.metadata.name ?? '';
  const status =
    answered.length === 0 ? undefined : invalidStatus(`${KIND}.autoscaling`, name, answered, release);
  const kubectl =
    status && errorText({ kind: 'status', status, objectKind: KIND, objectName: name, context: '' });
  const isOneOf = Array.isArray(item.kubectlAnyOf) && item.kubectlAnyOf.includes(kubectl);
  // where several texts are right, the order of the lists is not upstream's but the recorder's
  if (isOneOf) return firstDifference(sorted(item.errors), sorted(recorded(errors, release)), 'errors');
  return (
    firstDifference(item.errors, recorded(errors, release), 'errors') ??
    firstDifference(item.status, status, 'status') ??
    firstDifference(item.kubectl, kubectl, 'kubectl')
  );
}

/** An object as the registry gets it: with a namespace, without the fields of disabled gates. */
function sent(text: unknown, release: Release, stored?: WrittenHpa): WrittenHpa {
  const { metadata: written, spec, ...others } = readManifest(text, release);
  const metadata = stored === undefined ? preparedForCreate(written, release) : written;
  return {
    ...others,
    metadata: { ...metadata, namespace: metadata.namespace ?? 'default' },
    spec: dropDisabledFields(spec, release, stored?.spec),
  };
}

function recorded(errors: readonly FieldError[], release: Release): readonly Record<string, unknown>[] {
  return errors.map((error) => ({
    type: error.type,
    field: error.field,
    badValue: plain(error.badValue),
    detail: error.detail,
    error: fieldErrorText(error, release),
  }));
}

function plain(value: BadValue): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(value.json) : value;
}

function sorted(errors: unknown): unknown {
  const texts = (errors as readonly { readonly error: string }[]).map((error) => JSON.stringify(error));
  return texts.sort();
}
