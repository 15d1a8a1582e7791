/** What is said of a part of an HPA: that it is one, what is wrong with it as it stands, and where it can go. */
import { decodeAnyVersion } from '../autoscaling/decode.ts';
import { setDefaultsHorizontalPodAutoscaler } from '../autoscaling/defaults.ts';
import { admissionErrors } from '../autoscaling/validation.ts';
import type { Release } from '../releases/index.ts';
import { addDecodeProblems } from './decodeProblems.ts';
import { isMapping, valueAt, type YamlDocument } from './documents.ts';
import { headOf, likelyTarget, missingSpecFields } from './fixes/newHpa.ts';
import { wrapFixes } from './fixes/wrapFix.ts';
import type { Fragment } from './fragments.ts';
import type { YamlMapping } from './goYaml.ts';
import type { ProblemList } from './problems.ts';
import { addValidationProblems } from './validationProblems.ts';
import { meantVersion } from './version.ts';

/** The object that the fragment's fix would make, with the fragment's own values in it. */
function completed({ document: { value } }: Fragment, documents: readonly YamlDocument[]): YamlMapping {
  const target = likelyTarget(documents);
  const spec = isMapping(value.spec) ? value.spec : (Object.create(null) as YamlMapping);
  const whole: unknown = {
    ...headOf(target, false),
    ...value,
    spec: { ...missingSpecFields(spec, target), ...spec },
  };
  return whole as YamlMapping;
}

/** Errors that the fragment would have in any HPA: only those in what is written. */
function addOwnErrors(
  fragment: Fragment,
  documents: readonly YamlDocument[],
  release: Release,
  problems: ProblemList,
): void {
  const document = { ...fragment.document, value: completed(fragment, documents) };
  const decoded = decodeAnyVersion(document.value, meantVersion(document), release);
  addDecodeProblems(decoded, document, problems);
  if (decoded.faults.length > 0) return;
  const spec = setDefaultsHorizontalPodAutoscaler(decoded.hpa.spec);
  const metadata = { name: 'web', ...decoded.hpa.metadata, namespace: 'default' };
  const errors = admissionErrors({ metadata, spec }, release).filter(({ path }) => {
    const plain = path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
    const isInside = (fragment.homes[0] ?? []).every((segment, index) => plain[index] === segment);
    return isInside && valueAt(fragment.document.value, plain.slice(0, -1)) !== undefined;
  });
  addValidationProblems(errors, document, release, problems);
}

function messageOf({ name, isHelmValues }: Fragment): string {
  return isHelmValues === true
    ? `\`${name}\` holds the values of a Helm chart, from which its template makes a HorizontalPodAutoscaler.`
    : `This is a part of a HorizontalPodAutoscaler (${name}), not a whole one.`;
}

/**
 * Names the fragment and offers it a home.
 *
 * @rule MF18
 */
export function addFragmentProblems(
  fragment: Fragment,
  documents: readonly YamlDocument[],
  release: Release,
  problems: ProblemList,
): void {
  const { document, homes } = fragment;
  const finding = {
    severity: 'info',
    rule: fragment.isHelmValues === true ? 'helm-values' : 'fragment',
    message: messageOf(fragment),
    hint: 'Put it into a complete HPA to run it.',
    fixes: wrapFixes(problems.text, fragment, documents),
  } as const;
  const path = fragment.isHelmValues === true ? [fragment.name] : (homes[0] ?? []);
  problems.addField(finding, document, path, 'key');
  if (fragment.isHelmValues !== true) addOwnErrors(fragment, documents, release, problems);
}
