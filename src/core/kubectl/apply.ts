/**
 * `kubectl apply -f FILE` on a cluster that has none of the objects yet.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/apply/apply.go
 */
import type { ApiStatus } from '../apimachinery/apiStatus.ts';
import { pathSegmentNameErrors } from '../apimachinery/names.ts';
import { quote } from '../go/strconv.ts';
import { errorText, type KubectlError } from './errorText.ts';
import {
  type BuilderOptions,
  buildResources,
  type JsonObject,
  type ResourceInfo,
} from './resourceBuilder.ts';

/** The server's answer to one object: nothing for one that it takes. */
export type Send = (object: JsonObject, info: ResourceInfo) => ApiStatus | undefined;

export interface AppliedFile {
  readonly stdout: string;
  readonly stderr: string;
  /** everything that was found in the file, sent or not */
  readonly infos: readonly ResourceInfo[];
}

function retrievingError(info: ResourceInfo, text: string, fileName: string): KubectlError {
  const group = info.group === '' ? info.version : `${info.group}/${info.version}`;
  const version = info.group === '' ? `/${info.version}` : group;
  const about = [
    `Resource: "${version}, Resource=${info.mapping.resource}", GroupVersionKind: "${version}, Kind=${info.kind}"`,
    `Name: ${quote(info.name)}, Namespace: ${quote(info.namespace)}`,
  ].join('\n');
  const where = `error when retrieving current configuration of:\n${about}\nfrom server for: ${quote(fileName)}`;
  return { kind: 'client', text: `${where}: ${text}` };
}

/** Names that make no address never reach the server. @upstream staging/src/k8s.io/client-go/rest/request.go Name */
function nameError({ name, namespace }: ResourceInfo): string | undefined {
  if (name === '') return 'resource name may not be empty';
  const ofNamespace = pathSegmentNameErrors(namespace);
  if (ofNamespace.length > 0) return `invalid namespace ${quote(namespace)}: [${ofNamespace.join(' ')}]`;
  const ofName = pathSegmentNameErrors(name);
  return ofName.length > 0 ? `invalid resource name ${quote(name)}: [${ofName.join(' ')}]` : undefined;
}

/** What is sent knows no version of an object that is not there yet. @upstream staging/src/k8s.io/cli-runtime/pkg/resource/helper.go CreateWithOptions */
function withoutResourceVersion(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return object;
  const { resourceVersion: _, ...kept } = metadata;
  return { ...object, metadata: kept };
}

function applyOne(info: ResourceInfo, options: BuilderOptions, send: Send): KubectlError | undefined {
  const wrongName = nameError(info);
  if (wrongName !== undefined) return retrievingError(info, wrongName, options.fileName);
  const status = send(withoutResourceVersion(info.object), info);
  if (status === undefined) return undefined;
  const context = `error when creating ${quote(options.fileName)}: `;
  return { kind: 'status', status, objectKind: info.kind, objectName: info.name, context };
}

function createdLine({ group, kind, name }: ResourceInfo): string {
  return `${kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${name} created\n`;
}

/**
 * What kubectl prints, and which objects it found.
 *
 * @param send the server; it is asked once for each object that has a name
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/apply/apply.go Run
 */
export function applyFile(text: string, options: BuilderOptions, send: Send): AppliedFile {
  const { infos, errors: buildErrors } = buildResources(text, options);
  const errors: KubectlError[] = buildErrors.length === 0 ? [] : [{ kind: 'aggregate', errors: buildErrors }];
  if (infos.length === 0 && errors.length === 0) {
    return { stdout: '', stderr: 'error: no objects passed to apply', infos };
  }
  let stdout = '';
  for (const info of infos) {
    const error = applyOne(info, options, send);
    if (error === undefined) stdout += createdLine(info);
    else errors.push(error);
  }
  const [first, ...more] = errors;
  if (first === undefined) return { stdout, stderr: '', infos };
  return { stdout, stderr: errorText(more.length === 0 ? first : { kind: 'aggregate', errors }), infos };
}
