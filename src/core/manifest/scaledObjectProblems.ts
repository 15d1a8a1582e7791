/** What the API server, KEDA's webhook and KEDA's operator say of a ScaledObject, at its place. */
import { type FieldError, fieldErrorText } from '../apimachinery/field.ts';
import { unknownFieldText } from '../autoscaling/goJson.ts';
import type { DecodedScaledObject } from '../keda/decode.ts';
import type { PlannedTrigger } from '../keda/planTrigger.ts';
import { fieldNames } from '../keda/schema.ts';
import type { WebhookAnswer, WebhookFinding } from '../keda/webhook.ts';
import type { Release } from '../releases/index.ts';
import { type PathSegment, valueAt, type YamlDocument } from './documents.ts';
import { DocumentEditor, type OffsetFix } from './fixes/edit.ts';
import { validationFixes } from './fixes/validationFixes.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { closest } from './nearest.ts';
import type { Finding, ProblemList } from './problems.ts';
import { FIELD_RULES } from './validationProblems.ts';

type Path = readonly PathSegment[];

const TYPE_FAULT = /must be of type (\w+)/;

/** A number or a boolean where text belongs, which YAML takes for one without quotes. */
function quoteFix(editor: DocumentEditor, path: Path): OffsetFix | undefined {
  const value = valueAt(editor.document.value, path);
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const source = editor.source(path);
  const edits = source === undefined ? undefined : editor.replaceValue(path, JSON.stringify(source));
  return edits && { title: `Put ${source} in quotes`, edits };
}

/** A number in quotes where a number belongs. */
function unquoteFix(editor: DocumentEditor, path: Path): OffsetFix | undefined {
  const value = valueAt(editor.document.value, path);
  const isWhole = typeof value === 'string' && /^[0-9]+$/.test(value);
  const edits = isWhole ? editor.replaceValue(path, value) : undefined;
  return edits && { title: `Write ${String(value)} without quotes`, edits };
}

const TYPE_HINTS: Readonly<Record<string, string>> = {
  string: 'This must be text: put it in quotes.',
  integer: 'Write a whole number without quotes or unit, such as 10.',
  int32: 'Write a whole number between -2147483648 and 2147483647.',
  boolean: 'Write true or false.',
  array: 'This is a list: start each entry with "- ".',
  object: 'This is an object: put `key: value` lines under it, indented.',
};

function typeFinding(editor: DocumentEditor, path: Path, wanted: string): Pick<Finding, 'hint' | 'fixes'> {
  const hint = TYPE_HINTS[wanted];
  const fix =
    wanted === 'string'
      ? quoteFix(editor, path)
      : wanted === 'integer'
        ? unquoteFix(editor, path)
        : undefined;
  return { ...(hint === undefined ? {} : { hint }), fixes: [fix] };
}

function addSchemaError(
  error: FieldError,
  editor: DocumentEditor,
  release: Release,
  problems: ProblemList,
): void {
  const path = error.path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const wanted = TYPE_FAULT.exec(error.detail)?.[1];
  const finding: Finding = {
    severity: 'error',
    rule: wanted === undefined ? FIELD_RULES[error.type] : 'wrong-type',
    message: fieldErrorText(error, release),
    ...(wanted === undefined
      ? { fixes: validationFixes(editor, error, path, []) }
      : typeFinding(editor, path, wanted)),
  };
  problems.addField(finding, editor.document, path, 'value', error.field);
}

function unknownFieldHint(path: Path): string {
  const siblings = fieldNames(path.slice(0, -1));
  const meant = closest(String(path.at(-1)), siblings);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  return siblings.length === 0 ? '' : `Fields that exist here: ${siblings.join(', ')}.`;
}

function addUnknownField(path: Path, editor: DocumentEditor, problems: ProblemList): void {
  const meant = closest(String(path.at(-1)), fieldNames(path.slice(0, -1)));
  const edits = meant === undefined ? undefined : editor.renameKey(path, meant);
  const finding: Finding = {
    severity: 'error',
    rule: 'unknown-field',
    message: `strict decoding error: ${unknownFieldText(path)}`,
    hint: unknownFieldHint(path),
    fixes: [edits && { title: `Write \`${meant}\``, edits }],
  };
  problems.addField(finding, editor.document, path, 'key');
}

/** What the schema refuses. @rule MF26 */
export function addScaledObjectErrors(
  decoded: DecodedScaledObject,
  document: YamlDocument,
  release: Release,
  problems: ProblemList,
): void {
  const editor = new DocumentEditor(problems.text, document);
  for (const { text, path } of decoded.faults.slice(0, MAX_PROBLEMS)) {
    const finding: Finding = {
      severity: 'error',
      rule: 'wrong-type',
      message: text,
      fixes: [quoteFix(editor, path)],
    };
    problems.addField(finding, document, path);
  }
  for (const path of decoded.unknownFields.slice(0, MAX_PROBLEMS)) addUnknownField(path, editor, problems);
  for (const error of decoded.errors.slice(0, MAX_PROBLEMS)) addSchemaError(error, editor, release, problems);
}

const REFUSED = 'KEDA’s admission webhook refuses the ScaledObject: ';

function addFinding(
  { text, path }: WebhookFinding,
  severity: 'error' | 'warning',
  document: YamlDocument,
  problems: ProblemList,
): void {
  const rule = severity === 'error' ? 'keda-webhook' : 'keda-warning';
  const message = severity === 'error' ? REFUSED + text : text;
  problems.addField({ severity, rule, message }, document, path);
}

/** What the webhook says, in its own words. @rule MF26 */
export function addWebhookAnswer(answer: WebhookAnswer, document: YamlDocument, problems: ProblemList): void {
  for (const refusal of answer.refusals) addFinding(refusal, 'error', document, problems);
  for (const warning of answer.warnings) addFinding(warning, 'warning', document, problems);
}

const NO_HPA_HINT = 'KEDA makes no HPA until this is mended: the ScaledObject is not Ready, with this text.';

/** A parameter that an error names, where it is written. */
function parameterPath(text: string, path: Path, { value }: YamlDocument): Path {
  const named = [...text.matchAll(/(?:param|parameter) "(\w+)/g)].map(([, name = '']) => name);
  const written = named.find((name) => valueAt(value, [...path, 'metadata', name]) !== undefined);
  if (written !== undefined) return [...path, 'metadata', written];
  return valueAt(value, [...path, 'metadata']) === undefined ? path : [...path, 'metadata'];
}

function addTrigger(
  { plan: { index, type }, error, credentialsError, isUnmodelled }: PlannedTrigger,
  document: YamlDocument,
  problems: ProblemList,
): void {
  const path = ['spec', 'triggers', index];
  if (error !== undefined) {
    const isNoScaler = error.startsWith('no scaler found');
    const at = isNoScaler ? [...path, 'type'] : parameterPath(error, path, document);
    problems.addField(
      { severity: 'error', rule: 'keda-trigger', message: error, hint: NO_HPA_HINT },
      document,
      at,
    );
  }
  if (credentialsError !== undefined) {
    const message = `${credentialsError}: in a cluster KEDA could not reach the source. It runs here all the same.`;
    const hint = 'Name a TriggerAuthentication in `authenticationRef`.';
    problems.addField({ severity: 'warning', rule: 'keda-credentials', message, hint }, document, [
      ...path,
      'type',
    ]);
  }
  if (isUnmodelled === true) {
    const message = `The rules of KEDA’s scaler \`${type}\` are not modelled: its metric is called s${index}-${type} here, and its target is the first number that looks like one.`;
    problems.addField({ severity: 'info', rule: 'keda-unmodelled', message }, document, [...path, 'type']);
  }
}

/** What the scalers say of their triggers. @rule MF27 */
export function addTriggerProblems(
  triggers: readonly PlannedTrigger[],
  document: YamlDocument,
  problems: ProblemList,
): void {
  for (const trigger of triggers) addTrigger(trigger, document, problems);
}

/** Where a field of the generated HPA comes from. */
function originOf(path: readonly string[]): Path {
  const [top, field, ...rest] = path;
  if (top === 'metadata') return field === 'name' ? ['metadata', 'name'] : ['metadata', ...path.slice(1)];
  if (field === 'behavior') return ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'behavior', ...rest];
  if (field === 'minReplicas') return ['spec', 'minReplicaCount'];
  if (field === 'maxReplicas') return ['spec', 'maxReplicaCount'];
  if (field === 'metrics') return ['spec', 'triggers'];
  return ['spec', ...(field === undefined ? [] : [field]), ...rest];
}

/** What the API server says of the HPA that KEDA would create. @rule MF27 */
export function addGeneratedHpaErrors(
  errors: readonly FieldError[],
  document: YamlDocument,
  release: Release,
  problems: ProblemList,
): void {
  for (const error of errors.slice(0, MAX_PROBLEMS)) {
    const path = error.path.map((segment) => (typeof segment === 'object' ? segment.key : segment));
    const finding: Finding = {
      severity: 'error',
      rule: 'generated-hpa',
      message: `The API server refuses the HPA that KEDA makes of it: ${fieldErrorText(error, release)}`,
      hint: NO_HPA_HINT,
    };
    const isNumber = path.findIndex((segment) => typeof segment === 'number');
    const origin = originOf(path.slice(0, isNumber < 0 ? undefined : isNumber).map(String));
    const rest = isNumber < 0 || path[1] === 'metrics' ? [] : path.slice(isNumber);
    problems.addField(finding, document, [...origin, ...rest]);
  }
}
