/**
 * What the API server answers when somebody posts a HorizontalPodAutoscaler: decoding with its strictness, defaulting,
 * conversion, validation.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go createHandler
 */
import { type ApiStatus, badRequest, invalidStatus } from '../apimachinery/apiStatus.ts';
import { isRegisteredKind } from '../apimachinery/knownKinds.ts';
import { parseGroupVersion } from '../apimachinery/names.ts';
import { quote } from '../go/strconv.ts';
import { utf8Bytes } from '../go/utf8.ts';
import type { Release } from '../releases/index.ts';
import { type JsonValue, yamlToJson } from '../yaml/toJson.ts';
import { defaultedHpa, preparedForCreate } from './admission.ts';
import {
  type ApiVersion,
  decodeAnyVersion,
  isApiVersion,
  toV2Object,
  typeOf,
  type WrittenHpa,
} from './decode.ts';
import { dropDisabledFields } from './dropDisabled.ts';
import { decodeErrorText, decodeStruct, unknownFieldText } from './goJson.ts';
import { always, optional, slice, string, struct } from './goTypeBuilders.ts';
import { listMeta } from './goTypesMeta.ts';
import { admissionErrors } from './validation.ts';

const KIND = 'HorizontalPodAutoscaler';
const GROUP = 'autoscaling';

export interface CreateRequest {
  /** of the address that is posted to */
  readonly version: 'v1' | 'v2';
  readonly namespace: string;
  readonly fieldValidation: 'Strict' | 'Warn';
}

/** Either an object or a status; warnings come with both. */
export interface CreateAnswer {
  readonly warnings: readonly string[];
  readonly status?: ApiStatus;
  /** as autoscaling/v2, without what differs from request to request: uid, creation time, managed fields */
  readonly object?: Readonly<Record<string, unknown>>;
}

interface VersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What the body itself says, or Go's error about it. */
type Interpreted =
  | { readonly ok: true; readonly type: VersionKind }
  | { readonly ok: false; readonly error: string };

const META_STRUCT =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

function jsonKind(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'number';
  return typeof value;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/meta.go Interpret */
function interpret(body: JsonValue): Interpreted {
  const found = { apiversion: '', kind: '' };
  const failed = (text: string): Interpreted => ({
    ok: false,
    error: `couldn't get version/kind; json parse error: json: cannot unmarshal ${text}`,
  });
  if (body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    return failed(`${jsonKind(body)} into Go value of type ${META_STRUCT}`);
  }
  for (const [key, value] of Object.entries(body ?? {})) {
    // this one decoder does not mind upper and lower case
    const name = key.toLowerCase();
    if ((name !== 'apiversion' && name !== 'kind') || value === null) continue;
    if (typeof value !== 'string') {
      const field = name === 'kind' ? 'kind' : 'apiVersion';
      return failed(`${jsonKind(value)} into Go struct field .${field} of type string`);
    }
    found[name] = value;
  }
  const parsed = parseGroupVersion(found.apiversion);
  if (!parsed.ok) return { ok: false, error: parsed.error };
  return { ok: true, type: { group: parsed.group, version: parsed.version, kind: found.kind } };
}

/** What the body leaves out is what the address says. @upstream staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/json.go gvkWithDefaults */
function withDefaults(type: VersionKind, { version }: CreateRequest): VersionKind {
  const kind = type.kind === '' ? KIND : type.kind;
  if (type.version !== '' || (type.group !== '' && type.group !== GROUP)) return { ...type, kind };
  return { group: GROUP, version, kind };
}

function groupVersionText({ group, version }: VersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/** bytes of a body that an error shows */
const SUMMARY_BYTES = 30;

/** @upstream staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go summarizeData */
function summary(text: string): string {
  const bytes = utf8Bytes(text);
  if (bytes.length === 0) return '<empty>';
  const shown = bytes.slice(0, SUMMARY_BYTES);
  const rest = bytes.length > SUMMARY_BYTES ? ' ...' : '';
  if (text.startsWith('{')) return String.fromCharCode(...shown) + rest;
  return shown.map((byte) => byte.toString(16).padStart(2, '0')).join('') + rest;
}

/** @upstream staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go transformDecodeError */
function unrecognized(error: string, text: string): CreateAnswer {
  const message = `the object provided is unrecognized (must be of type ${KIND}): ${error} (${summary(text)})`;
  return { warnings: [], status: badRequest(message) };
}

function cannotBeHandled({ kind, version }: VersionKind, error: string): CreateAnswer {
  const message = `${kind} in version ${quote(version)} cannot be handled as a ${KIND}: ${error}`;
  return { warnings: [], status: badRequest(message) };
}

const REPEATED_PREFIX = 'yaml: unmarshal errors:\n';

/**
 * The answer to a body of YAML.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go createHandler
 */
export function createFromYaml(text: string, request: CreateRequest, release: Release): CreateAnswer {
  const lenient = yamlToJson(text);
  if (!lenient.ok) return unrecognized(lenient.error, text);
  const strict = yamlToJson(text, true);
  const repeated = strict.ok ? strict.repeatedKeys : [];
  return create(lenient.value, text, repeated, request, release);
}

/**
 * The answer to a body of JSON, which is what kubectl sends.
 *
 * @upstream staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go createHandler
 */
export function createFromJson(body: JsonValue, request: CreateRequest, release: Release): CreateAnswer {
  return create(body, '', [], request, release);
}

function create(
  body: JsonValue,
  text: string,
  repeated: readonly string[],
  request: CreateRequest,
  release: Release,
): CreateAnswer {
  const interpreted = interpret(body);
  if (!interpreted.ok) return unrecognized(interpreted.error, text);
  const type = withDefaults(interpreted.type, request);
  const groupVersion = groupVersionText(type);
  if (type.version === '') {
    return cannotBeHandled(type, `Object 'apiVersion' is missing in '${text}'`);
  }
  if (!isRegistered(groupVersion, type.kind, release)) {
    const scheme = quote(release.schemeName);
    const version = quote(groupVersion);
    const wrong = `no kind ${quote(type.kind)} is registered for version ${version} in scheme ${scheme}`;
    return cannotBeHandled(type, wrong);
  }
  if (!isApiVersion(groupVersion) || type.kind !== KIND) {
    const fault =
      isApiVersion(groupVersion) && type.kind === `${KIND}List`
        ? listFault(body, groupVersion, release)
        : undefined;
    if (fault !== undefined) return cannotBeHandled(type, fault);
    const wrong = `converting (${type.version}.${type.kind}) to (autoscaling.${KIND}): unknown conversion`;
    return cannotBeHandled(type, wrong);
  }
  const { hpa, faults, unknownFields, conversionError } = decodeAnyVersion(body, groupVersion, release);
  const fault = decodeErrorText(faults) ?? conversionError;
  if (fault !== undefined) return cannotBeHandled(type, fault);
  const unknown = unknownFields.slice(0, MOST_UNKNOWN_FIELDS).map(unknownFieldText);
  if (request.fieldValidation === 'Strict' && repeated.length + unknown.length > 0) {
    const lines = repeated.map((line) => `  ${line}`).join('\n');
    const texts = repeated.length === 0 ? unknown : [REPEATED_PREFIX + lines, ...unknown];
    return cannotBeHandled(type, `strict decoding error: ${texts.join(', ')}`);
  }
  return { ...store(hpa, groupVersion, request, release), warnings: [...repeated, ...unknown] };
}

/** A list is decoded before the server sees that it wants no list. */
function listFault(body: JsonValue, apiVersion: ApiVersion, release: Release): string | undefined {
  const item = typeOf(apiVersion, release);
  const list = struct(`${item.name}List`, {
    kind: optional(string),
    apiVersion: optional(string),
    metadata: optional(listMeta),
    items: always(slice(item)),
  });
  return decodeErrorText(decodeStruct(list, body).faults);
}

/** Old servers could still read what they did not serve. */
function isRegistered(groupVersion: string, kind: string, release: Release): boolean {
  const isBeta = groupVersion === 'autoscaling/v2beta1' || groupVersion === 'autoscaling/v2beta2';
  if (isBeta) return !release.forgetsBetaVersions && (kind === KIND || kind === `${KIND}List`);
  return isRegisteredKind(groupVersion, kind);
}

/** The decoder counts no further. */
const MOST_UNKNOWN_FIELDS = 100;

type Stored = Omit<CreateAnswer, 'warnings'>;

function store(hpa: WrittenHpa, version: string, request: CreateRequest, release: Release): Stored {
  const expected = `${GROUP}/${request.version}`;
  if (version !== expected) {
    const wrong = `the API version in the data (${version}) does not match the expected API version (${expected})`;
    return { status: badRequest(wrong) };
  }
  const { namespace = '' } = hpa.metadata;
  if (namespace !== '' && namespace !== request.namespace) {
    const wrong = 'the namespace of the provided object does not match the namespace sent on the request';
    return { status: badRequest(wrong) };
  }
  const spec = dropDisabledFields(defaultedHpa(hpa).spec, release);
  const metadata = withoutSystemFields(hpa.metadata, request.namespace, release);
  const errors = admissionErrors({ metadata, spec }, release);
  if (errors.length > 0) {
    return { status: invalidStatus(`${KIND}.${GROUP}`, metadata.name ?? '', errors, release) };
  }
  const status = { desiredReplicas: 0, currentReplicas: 0 };
  return { object: toV2Object({ metadata, spec, status }, release) };
}

/** Metadata as it is stored, without what a server sets differently each time. */
function withoutSystemFields(
  metadata: WrittenHpa['metadata'],
  namespace: string,
  release: Release,
): WrittenHpa['metadata'] {
  const {
    uid: _,
    selfLink: __,
    creationTimestamp: ___,
    deletionTimestamp: ____,
    deletionGracePeriodSeconds: _____,
    managedFields: ______,
    ...kept
  } = preparedForCreate(metadata, release);
  return { ...kept, namespace };
}
