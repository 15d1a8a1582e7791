/** An object as the API server has it, and as somebody would have written it. Pure. */

/** Plain data of a parsed document. */
type Value = null | boolean | number | bigint | string | Value[] | Fields;
export interface Fields {
  [key: string]: Value;
}

/** Fields of `metadata` that only the server writes. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  'managedFields',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'ownerReferences',
  'finalizers',
]);

const SERVER_ANNOTATIONS: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'kubectl.kubernetes.io/restartedAt',
  'deployment.kubernetes.io/revision',
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
]);

/** What the API server fills in where nothing is written; leaving it out says the same. */
const POD_DEFAULTS: Readonly<Record<string, unknown>> = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
};
const CONTAINER_DEFAULTS: Readonly<Record<string, unknown>> = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};
const DEPLOYMENT_DEFAULTS: Readonly<Record<string, unknown>> = {
  progressDeadlineSeconds: 600,
  revisionHistoryLimit: 10,
};

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without its status, and without what only the server knows. */
export function cleanObject({ apiVersion, kind, metadata, spec }: Fields): object {
  return { apiVersion, kind, metadata: cleanMetadata(metadata), spec: isFields(spec) ? spec : undefined };
}

/** A workload, without what the server filled in, and without the count of replicas, which the HPA decides. */
export function cleanWorkload(workload: Fields): object {
  const { spec } = workload;
  if (!isFields(spec)) return cleanObject(workload);
  const { replicas: _decidedByTheHpa, template, ...others } = withoutDefaults(spec, DEPLOYMENT_DEFAULTS);
  const cleaned = isFields(template) ? { ...others, template: cleanTemplate(template) } : others;
  return { ...cleanObject(workload), spec: cleaned };
}

function cleanMetadata(metadata: Value | undefined): object | undefined {
  if (!isFields(metadata)) return undefined;
  const { annotations, ...others } = Object.fromEntries(
    Object.entries(metadata).filter(([key]) => !SERVER_METADATA.has(key)),
  );
  const own = isFields(annotations)
    ? Object.entries(annotations).filter(([key]) => !SERVER_ANNOTATIONS.has(key))
    : [];
  const { name, namespace, labels, ...rest } = others;
  return {
    name,
    namespace,
    labels,
    ...(own.length === 0 ? {} : { annotations: Object.fromEntries(own) }),
    ...rest,
  };
}

function cleanTemplate({ metadata, spec, ...others }: Fields): object {
  const cleaned = isFields(spec) ? cleanPod(spec) : spec;
  const head = cleanMetadata(metadata);
  return { ...(head === undefined ? {} : { metadata: head }), ...others, spec: cleaned };
}

function cleanPod(spec: Fields): object {
  const { securityContext, ...others } = withoutDefaults(spec, POD_DEFAULTS);
  const isEmpty = isFields(securityContext) && Object.keys(securityContext).length === 0;
  const pod: Record<string, unknown> = isEmpty ? others : { ...others, securityContext };
  for (const key of ['initContainers', 'containers']) {
    const containers = spec[key];
    if (Array.isArray(containers)) pod[key] = containers.map(cleanContainer);
  }
  return pod;
}

function cleanContainer(container: Value): unknown {
  if (!isFields(container)) return container;
  const { name, image, resources, ...others } = withoutDefaults(container, CONTAINER_DEFAULTS);
  const isEmpty = isFields(resources) && Object.keys(resources).length === 0;
  return { name, image, ...(isEmpty ? {} : { resources }), ...others };
}

function withoutDefaults(fields: Fields, defaults: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => defaults[key] !== value));
}
