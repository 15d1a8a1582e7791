/** The suites of one minor's traces: what the controller does, and what the API server makes of the manifest. */
import { fieldErrorText } from '../../src/core/apimachinery/field.ts';
import { admit } from '../../src/core/autoscaling/admission.ts';
import { decodeHorizontalPodAutoscaler } from '../../src/core/autoscaling/decode.ts';
import type { GoType } from '../../src/core/autoscaling/goJson.ts';
import { v2Type } from '../../src/core/autoscaling/goTypes.ts';
import { validateHorizontalPodAutoscaler } from '../../src/core/autoscaling/validation.ts';
import { isMinor, type Minor, resolveRelease } from '../../src/core/releases/index.ts';
import { type Difference, firstDifference } from '../difference.ts';
import { readIndex, readTrace } from '../files.ts';
import { replayTrace } from '../replay.ts';
import type { Trace } from '../traceFormat.ts';
import { type SuiteResult, Tally } from './suite.ts';

/**
 * Replays every trace that the index of one minor names.
 *
 * @param root folder that holds the minors' folders
 * @param folder name of the minor's folder
 */
export function runControllerTraces(root: string, folder: string): readonly SuiteResult[] {
  const controller = new Tally();
  const admission = new Tally();
  let minor: string = folder;
  try {
    const index = readIndex(root, folder);
    minor = index.kubernetes;
    if (!isMinor(minor)) throw new Error(`Kubernetes ${minor} is not one of the minors that are modelled`);
    for (const [name, holder] of Object.entries(index.scenarios)) {
      runTrace(root, holder, name, minor, controller, admission);
    }
  } catch (error) {
    controller.unreadable(`${folder}/index.json`, error);
  }
  const { cases, steps, mismatches, shown } = controller;
  const results: SuiteResult[] = [{ suite: 'controller', minor, cases, steps, mismatches, shown }];
  if (admission.cases > 0) {
    const { cases: checked, mismatches: wrong, shown: first } = admission;
    results.push({ suite: 'admission', minor, cases: checked, mismatches: wrong, shown: first });
  }
  return results;
}

function runTrace(
  root: string,
  holder: string,
  name: string,
  minor: Minor,
  controller: Tally,
  admission: Tally,
): void {
  const where = `${holder}/${name}.json`;
  controller.cases += 1;
  try {
    const trace = readTrace(root, holder, name);
    const { steps, mismatches } = replayTrace(trace, minor);
    controller.steps += steps;
    for (const { t, path, expected, actual } of mismatches) {
      controller.mismatch({ where, path: `t=${t} ${path}`, expected, actual });
    }
    if (trace.manifest === undefined) return;
    admission.cases += 1;
    const difference = admissionDifference(trace, minor);
    if (difference !== undefined) admission.mismatch({ where, ...difference });
  } catch (error) {
    controller.unreadable(where, error);
  }
}

/**
 * The manifest, decoded and defaulted, against what the API server stored; and its faults. A trace lists what the
 * server's hand-written checks found, in their order.
 */
function admissionDifference(trace: Trace, minor: Minor): Difference | undefined {
  const release = resolveRelease(minor, trace.featureGates);
  const manifest = asWrittenInYaml(trace.manifest, v2Type(release));
  const { hpa } = decodeHorizontalPodAutoscaler(manifest, release);
  const { metadata, spec } = admit(hpa, release).hpa;
  const { name, namespace, generation } = metadata;
  const errors = validateHorizontalPodAutoscaler({ metadata: { ...hpa.metadata, namespace }, spec }, release);
  const expected = trace.hpa.metadata;
  return firstDifference(
    {
      metadata: { name: expected.name, namespace: expected.namespace, generation: expected.generation },
      spec: trace.hpa.spec,
      admissionErrors: trace.admissionErrors ?? [],
    },
    {
      metadata: { name, namespace, generation },
      spec,
      admissionErrors: errors.map((error) => fieldErrorText(error, release)),
    },
    '',
  );
}

/**
 * The oracle read the manifest as YAML for a known type, where a bare `true` or `5` is a text if the field is one. In the
 * trace it stands as YAML alone would have it.
 */
function asWrittenInYaml(value: unknown, type: GoType): unknown {
  switch (type.kind) {
    case 'string':
      return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
    case 'slice':
      return Array.isArray(value) ? value.map((item) => asWrittenInYaml(item, type.element)) : value;
    case 'map':
      return mapFields(value, () => type.element);
    case 'struct':
      return mapFields(value, (name) => type.fields[name]?.type);
    default:
      return value;
  }
}

function mapFields(value: unknown, typeOf: (name: string) => GoType | undefined): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const converted = Object.entries(value).map(([name, inner]) => {
    const type = typeOf(name);
    return [name, type === undefined ? inner : asWrittenInYaml(inner, type)];
  });
  return Object.fromEntries(converted);
}
