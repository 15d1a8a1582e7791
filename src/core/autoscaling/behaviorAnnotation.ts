/** `spec.behavior` as the text of an annotation, for versions without that field. */
import { decodeStruct, encodeStruct } from './goJson.ts';
import { internalBehavior } from './goTypesFlat.ts';
import { jsonText, parseJsonText } from './jsonText.ts';
import type { HorizontalPodAutoscalerBehavior } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;
type Known = { readonly toleranceField: boolean };

/** `StabilizationWindowSeconds` for `stabilizationWindowSeconds`: an internal field without a JSON name. */
function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Renames every field of plain data. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [rename(name), renamed(held, rename)]),
  );
}

/**
 * The annotation's text.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_autoscaling_HorizontalPodAutoscaler_To_v1_HorizontalPodAutoscaler
 */
export function behaviorAnnotation(behavior: HorizontalPodAutoscalerBehavior, fields: Known): string {
  const internal = renamed(behavior, capitalized) as Fields;
  return jsonText(encodeStruct(internalBehavior(fields), internal));
}

/**
 * The behavior of an annotation. One that is not well formed, or says nothing, counts as none.
 *
 * @upstream pkg/apis/autoscaling/v1/conversion.go Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler
 */
export function behaviorOfAnnotation(
  text: string,
  fields: Known,
): HorizontalPodAutoscalerBehavior | undefined {
  const json = parseJsonText(text);
  if (json === undefined || json.value === null) return undefined;
  const { value, faults } = decodeStruct(internalBehavior(fields), json.value, { foldsCase: true });
  if (faults.length > 0) return undefined;
  const { scaleUp, scaleDown } = renamed(value, uncapitalized) as HorizontalPodAutoscalerBehavior;
  if (scaleUp === undefined && scaleDown === undefined) return undefined;
  return {
    ...(scaleUp === undefined ? {} : { scaleUp }),
    ...(scaleDown === undefined ? {} : { scaleDown }),
  };
}
