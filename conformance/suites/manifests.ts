/** Manifests of cases, read as the recorded API server read them: leniently, defaulted, converted. */
import { load } from 'js-yaml';
import { defaultedHpa } from '../../src/core/autoscaling/admission.ts';
import { type ApiVersion, decodeAnyVersion, isApiVersion } from '../../src/core/autoscaling/decode.ts';
import { KUBECTL_SCHEMA } from '../../src/core/manifest/goYaml.ts';
import type { Release } from '../../src/core/releases/index.ts';

/** A manifest as plain data, and the version that it says. Throws for any other version. */
export function parseManifest(text: unknown): { readonly value: unknown; readonly apiVersion: ApiVersion } {
  const value = load(String(text), { schema: KUBECTL_SCHEMA, json: true }) as { apiVersion?: unknown };
  const { apiVersion } = value;
  if (!isApiVersion(apiVersion)) throw new Error(`unknown version ${String(apiVersion)}`);
  return { value, apiVersion };
}

/** The object of a manifest, with the defaults of its version. Throws where it cannot be decoded. */
export function readManifest(text: unknown, release: Release): ReturnType<typeof defaultedHpa> {
  const { value, apiVersion } = parseManifest(text);
  const { hpa, faults, conversionError } = decodeAnyVersion(value, apiVersion, release);
  const problem = faults[0]?.text ?? conversionError;
  if (problem !== undefined) throw new Error(problem);
  return defaultedHpa(hpa);
}
