/** What the form shows of a ScaledObject: its triggers as they are written, and where each number stands. */
import type { FieldValue, KedaPlan, ManifestEdit, TriggerPlan } from '../core/index.ts';
import { type Path, set, textAt, valueAt } from './formModel.ts';

/** A number of a trigger that can be dragged. KEDA takes all of them as texts. */
export interface TriggerNumber {
  /** `lagThreshold` */
  readonly name: string;
  readonly role: 'target' | 'activation' | 'replicas';
  readonly path: Path;
  /** as it is written; undefined also for what is no number */
  readonly written: number | undefined;
  /** what KEDA counts by where nothing is written; undefined: it is not known */
  readonly standard: number | undefined;
  readonly isWhole: boolean;
}

export interface TriggerText {
  readonly label: string;
  readonly path: Path;
  readonly text: string;
}

export interface TriggerForm {
  readonly index: number;
  readonly type: string;
  /** `kafka orders`, `cron` */
  readonly title: string;
  readonly path: Path;
  readonly numbers: readonly TriggerNumber[];
  readonly texts: readonly TriggerText[];
}

interface TriggerFields {
  readonly target: string;
  readonly activation?: string;
  /** tells one trigger of a type from another */
  readonly named?: string;
  readonly isWhole: boolean;
}

function fields(target: string, activation: string, named: string, isWhole: boolean): TriggerFields {
  return { target, activation, named, isWhole };
}

/** Under which names the triggers that are met most have their numbers. */
const FIELDS: Readonly<Record<string, TriggerFields>> = {
  kafka: fields('lagThreshold', 'activationLagThreshold', 'topic', true),
  prometheus: fields('threshold', 'activationThreshold', 'query', false),
  rabbitmq: fields('value', 'activationValue', 'queueName', false),
  'aws-sqs-queue': fields('queueLength', 'activationQueueLength', 'queueURL', true),
  'azure-queue': fields('queueLength', 'activationQueueLength', 'queueName', true),
  'azure-servicebus': fields('messageCount', 'activationMessageCount', 'queueName', true),
  redis: fields('listLength', 'activationListLength', 'listName', true),
  'gcp-pubsub': fields('value', 'activationValue', 'subscriptionName', false),
  'nats-jetstream': fields('lagThreshold', 'activationLagThreshold', 'stream', true),
  'metrics-api': fields('targetValue', 'activationTargetValue', 'valueLocation', false),
  cpu: { target: 'value', isWhole: true },
  memory: { target: 'value', isWhole: true },
};

const CRON_TEXTS = ['timezone', 'start', 'end'] as const;
const NUMBER = /^\d+(\.\d+)?$/;

/** Every trigger of a ScaledObject that can be shown. @param plan what it came to when it was last read */
export function triggerForms(scaledObject: unknown, plan: KedaPlan | undefined): readonly TriggerForm[] {
  const triggers = valueAt(scaledObject, ['spec', 'triggers']);
  if (!Array.isArray(triggers)) return [];
  return triggers.flatMap((trigger, index) => {
    const type = textAt(trigger, ['type']);
    if (type === undefined) return [];
    const planned = plan?.triggers.find((other) => other.index === index && other.type === type);
    return [triggerForm(trigger, type, index, planned)];
  });
}

function triggerForm(
  trigger: unknown,
  type: string,
  index: number,
  planned: TriggerPlan | undefined,
): TriggerForm {
  const path = ['spec', 'triggers', index];
  const metadata = [...path, 'metadata'];
  const known = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  const name = known?.named === undefined ? undefined : textAt(trigger, ['metadata', known.named]);
  const texts = type === 'cron' ? CRON_TEXTS : [];
  return {
    index,
    type,
    title: name === undefined || name.length > 40 ? type : `${type} ${name}`,
    path,
    numbers: numbersOf(trigger, type, metadata, planned),
    texts: texts.map((label) => ({
      label,
      path: [...metadata, label],
      text: textAt(trigger, ['metadata', label]) ?? '',
    })),
  };
}

function numbersOf(
  trigger: unknown,
  type: string,
  metadata: Path,
  planned: TriggerPlan | undefined,
): readonly TriggerNumber[] {
  const number = (
    name: string,
    role: TriggerNumber['role'],
    isWhole: boolean,
    standard?: number,
  ): TriggerNumber => {
    const text = textAt(trigger, ['metadata', name]) ?? '';
    const written = NUMBER.test(text) ? Number(text) : undefined;
    return { name, role, path: [...metadata, name], written, standard, isWhole };
  };
  if (type === 'cron') return [number('desiredReplicas', 'replicas', true)];
  const known = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  if (known === undefined) return writtenNumbers(trigger).map((name) => number(name, 'target', false));
  const target = planned?.metrics[0]?.targetMilli;
  const standard = target === undefined ? undefined : target / 1000;
  return [
    number(known.target, 'target', known.isWhole, standard),
    ...(known.activation === undefined
      ? []
      : [number(known.activation, 'activation', known.isWhole, planned?.activation)]),
  ];
}

/** Of a trigger whose fields are not known here: whatever is a number. */
function writtenNumbers(trigger: unknown): readonly string[] {
  const metadata = valueAt(trigger, ['metadata']);
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.entries(metadata).flatMap(([name, value]) => (NUMBER.test(String(value)) ? [name] : []));
}

/** Metadata of a trigger are texts, numbers too. */
export function setNumber(path: Path, value: number): ManifestEdit {
  return set(path, String(value));
}

/** Working hours to start from. */
export const NEW_CRON: FieldValue = {
  type: 'cron',
  metadata: { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: '1' },
};

const CONFIG = ['spec', 'advanced', 'horizontalPodAutoscalerConfig'] as const;

/** The part that is written like the spec of an HPA, as one, and the way of its edits back. */
export function hpaConfig(scaledObject: unknown): unknown {
  return { spec: valueAt(scaledObject, CONFIG) };
}

export function toConfig(edits: readonly ManifestEdit[]): readonly ManifestEdit[] {
  return edits.map((edit) => ({ ...edit, path: [...CONFIG, ...edit.path.slice(1)] }));
}
