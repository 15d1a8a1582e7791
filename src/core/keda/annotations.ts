/** What the annotations of a ScaledObject ask for. */
import { parseInt64 } from '../go/strconv.ts';
import { goBoolean } from './scalers/values.ts';
import type { KedaPauses, ScaledObject } from './types.ts';

/** Label and selector by which the metrics adapter knows whose metric is asked for. */
export const OWNER_LABEL = 'scaledobject.keda.sh/name';
export const EXCLUDED_LABELS = 'scaledobject.keda.sh/hpa-excluded-labels';
export const TRANSFER_OWNERSHIP = 'scaledobject.keda.sh/transfer-hpa-ownership';
/** on an HPA: `false` lets it stand beside a ScaledObject */
export const VALIDATE_OWNERSHIP = 'validations.keda.sh/hpa-ownership';
const PAUSED = 'autoscaling.keda.sh/paused';
const PAUSED_REPLICAS = 'autoscaling.keda.sh/paused-replicas';
const PAUSED_SCALE_IN = 'autoscaling.keda.sh/paused-scale-in';
const PAUSED_SCALE_OUT = 'autoscaling.keda.sh/paused-scale-out';
const FORCE_ACTIVATION = 'autoscaling.keda.sh/force-activation';

type Annotations = Readonly<Record<string, string>>;

/** Whatever is not a boolean counts as true. */
function isSet(annotations: Annotations, name: string): boolean {
  const value = annotations[name];
  return value !== undefined && (goBoolean(value) ?? true);
}

function pausedReplicas(annotations: Annotations): number | undefined {
  const count = parseInt64(annotations[PAUSED_REPLICAS] ?? '');
  return count !== undefined && count === BigInt.asIntN(32, count) ? Number(count) : undefined;
}

/** @rule KE6 @upstream github.com/kedacore/keda/v2 apis/keda/v1alpha1/scaledobject_types.go getBoolAnnotation */
export function pausesOf({ metadata: { annotations = {} } }: ScaledObject): KedaPauses {
  const replicas = pausedReplicas(annotations);
  return {
    paused: annotations[PAUSED_REPLICAS] !== undefined || isSet(annotations, PAUSED),
    ...(replicas === undefined ? {} : { pausedReplicas: replicas }),
    scaleIn: isSet(annotations, PAUSED_SCALE_IN),
    scaleOut: isSet(annotations, PAUSED_SCALE_OUT),
    forceActivation: isSet(annotations, FORCE_ACTIVATION),
  };
}
