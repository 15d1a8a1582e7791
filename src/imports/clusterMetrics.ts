/** The lines of `Metrics:` in `kubectl describe hpa`, back to the metrics that they were printed from. Pure. */

/** How much of its request a pod uses, as the line says it. */
export interface DescribedUsage {
  readonly resource: string;
  readonly container?: string;
  /** int percent of the request, rounded down */
  readonly utilization: number;
  /** quantity text, average of the pods */
  readonly average: string;
}

export interface DescribedMetric {
  /** an entry of `spec.metrics` */
  readonly spec: object;
  readonly usage?: DescribedUsage;
  /** it describes another object, of which the line does not say all */
  readonly isObject: boolean;
}

const NAME = '"((?:[^"\\\\]|\\\\.){1,400})"';
/** ends the line: `current / target` */
const TARGET = '\\s+(\\S.*) / (\\S+)$';
const EXTERNAL = new RegExp(`^${NAME} \\(target (average )?value\\):${TARGET}`);
const OBJECT = new RegExp(`^${NAME} on (\\w{1,63})/(\\S{1,253}) \\(target (average )?value\\):${TARGET}`);
const PODS = new RegExp(`^${NAME} on pods:${TARGET}`);
const RESOURCE = new RegExp(
  `^resource (\\S{1,253})(?: of container ${NAME})? on pods(\\s+\\(as a percentage of request\\))?:${TARGET}`,
);

/** @param line without its indent; undefined when it is none of kubectl's */
export function describedMetric(line: string): DescribedMetric | undefined {
  return external(line) ?? object(line) ?? pods(line) ?? resource(line);
}

function external(line: string): DescribedMetric | undefined {
  const [, name, average, , wanted = ''] = EXTERNAL.exec(line) ?? [];
  if (name === undefined) return undefined;
  return {
    spec: {
      type: 'External',
      external: { metric: { name: unquoted(name) }, target: valueTarget(average, wanted) },
    },
    isObject: false,
  };
}

function object(line: string): DescribedMetric | undefined {
  const [, name, kind, of, average, , wanted = ''] = OBJECT.exec(line) ?? [];
  if (name === undefined) return undefined;
  return {
    spec: {
      type: 'Object',
      object: { describedObject: { kind, name: of }, metric: { name }, target: valueTarget(average, wanted) },
    },
    isObject: true,
  };
}

function pods(line: string): DescribedMetric | undefined {
  const [, name, , wanted = ''] = PODS.exec(line) ?? [];
  if (name === undefined) return undefined;
  return {
    spec: {
      type: 'Pods',
      pods: { metric: { name: unquoted(name) }, target: valueTarget('average ', wanted) },
    },
    isObject: false,
  };
}

function resource(line: string): DescribedMetric | undefined {
  const [, name, container, percentage, current = '', wanted = ''] = RESOURCE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const target = percentage === undefined ? valueTarget('average ', wanted) : utilizationTarget(wanted);
  if (target === undefined) return undefined;
  const spec =
    container === undefined
      ? { type: 'Resource', resource: { name, target } }
      : { type: 'ContainerResource', containerResource: { name, container, target } };
  const [, utilization, average = ''] = /^(\d{1,9})% \((\S+)\)$/.exec(current) ?? [];
  if (utilization === undefined) return { spec, isObject: false };
  const usage = {
    resource: name,
    ...(container === undefined ? {} : { container }),
    utilization: Number(utilization),
    average,
  };
  return { spec, usage, isObject: false };
}

function valueTarget(average: string | undefined, wanted: string): object {
  return average === undefined
    ? { type: 'Value', value: quantityOf(wanted) }
    : { type: 'AverageValue', averageValue: quantityOf(wanted) };
}

/** `<auto>`: a target that says nothing, which no API server stores any more. */
function utilizationTarget(wanted: string): object | undefined {
  const percent = /^(\d{1,10})%$/.exec(wanted)?.[1];
  return percent === undefined ? undefined : { type: 'Utilization', averageUtilization: Number(percent) };
}

/** Whole numbers as people write them, without quotes. */
function quantityOf(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Go's quotes are JSON's, but for characters that no name of a metric has. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
