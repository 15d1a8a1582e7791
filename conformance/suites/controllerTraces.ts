/** The suites of one minor's traces: what the controller does, and what the API server makes of the manifest. */
import { fieldErrorText } from '../../src/core/apimachinery/field.ts';
import { admit } from '../../src/core/autoscaling/admission.ts';
import { decodeHorizontalPodAutoscaler } from '../../src/core/autoscaling/decode.ts';
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
  const { hpa } = decodeHorizontalPodAutoscaler(asWrittenInYaml(trace.manifest), release);
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

/** Maps whose values are texts. */
const TEXT_MAPS: ReadonlySet<string> = new Set(['matchLabels', 'labels', 'annotations']);

/** The oracle read the manifest as YAML for a known type, where `b: true` is a text if the field is one. */
function asWrittenInYaml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => asWrittenInYaml(item));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    return Object.fromEntries(
      fields.map(([name, inner]) => [
        name,
        TEXT_MAPS.has(name) ? withTextValues(inner) : asWrittenInYaml(inner),
      ]),
    );
  }
  return value;
}

function withTextValues(map: unknown): unknown {
  if (typeof map !== 'object' || map === null) return map;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, scalarText(value)]));
}

function scalarText(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}
