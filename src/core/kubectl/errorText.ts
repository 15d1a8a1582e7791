/**
 * How kubectl prints errors before it ends.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go
 */
import type { ApiStatus, StatusCause } from '../apimachinery/apiStatus.ts';
import { quote } from '../go/strconv.ts';

/** An error of the client itself, or the server's answer with what the client puts before it. */
export type KubectlError =
  | { readonly kind: 'client'; readonly text: string }
  | {
      readonly kind: 'status';
      readonly status: ApiStatus;
      /** kind and name of the object, for answers that are about its fields */
      readonly objectKind: string;
      readonly objectName: string;
      /** `error when creating "hpa.yaml": `; only several errors at once, and answers not about fields, show it */
      readonly context: string;
    };

function standardText(error: KubectlError): string | undefined {
  if (error.kind === 'client') return undefined;
  return `Error from server (${error.status.reason}): ${error.context}${error.status.message}`;
}

function causesText(prefix: string, causes: readonly StatusCause[]): string {
  const lines = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  if (lines.length === 1) return `${prefix}${lines[0]}\n`;
  return `${prefix}\n${lines.map((line) => `* ${line}\n`).join('')}`;
}

/**
 * What kubectl writes to its standard error for these errors; nothing for none.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go checkErr
 */
export function errorText(errors: readonly KubectlError[]): string {
  const [error, ...more] = errors;
  if (error === undefined) return '';
  if (more.length > 0) {
    return errors.map((one) => `${standardText(one) ?? (one.kind === 'client' ? one.text : '')}\n`).join('');
  }
  if (error.kind === 'client') return error.text.startsWith('error: ') ? error.text : `error: ${error.text}`;
  const { status, objectKind, objectName } = error;
  if (status.reason !== 'Invalid') return standardText(error) ?? '';
  return causesText(`The ${objectKind} ${quote(objectName)} is invalid: `, status.causes ?? []);
}
