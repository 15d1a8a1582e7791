/**
 * How kubectl prints errors before it ends.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go
 */
import type { ApiStatus, StatusCause } from '../apimachinery/apiStatus.ts';
import { quote } from '../go/strconv.ts';

/** An error of the client itself, the server's answer with what the client puts before it, or several of them. */
export type KubectlError =
  | { readonly kind: 'client'; readonly text: string }
  | {
      readonly kind: 'status';
      readonly status: ApiStatus;
      /** kind and name of the object, for answers that are about its fields */
      readonly objectKind: string;
      readonly objectName: string;
      /** `error when creating "hpa.yaml": `; answers that are about fields do not show it when they are alone */
      readonly context: string;
    }
  | { readonly kind: 'aggregate'; readonly errors: readonly KubectlError[] };

/** The error's own text. @upstream staging/src/k8s.io/apimachinery/pkg/util/errors/errors.go Error */
function plainText(error: KubectlError): string {
  if (error.kind === 'client') return error.text;
  if (error.kind === 'status') return error.context + error.status.message;
  const texts = [...new Set(error.errors.map(plainText))];
  return texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`;
}

/** @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go messageForError */
function messageText(error: KubectlError): string {
  return error.kind === 'status'
    ? `Error from server (${error.status.reason}): ${plainText(error)}`
    : plainText(error);
}

/** @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go MultilineError */
function causesText(prefix: string, causes: readonly StatusCause[]): string {
  const lines = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  if (lines.length === 1) return `${prefix}${lines[0]}\n`;
  return `${prefix}\n${lines.map((line) => `* ${line}\n`).join('')}`;
}

/**
 * What kubectl says of an error at its end.
 *
 * @upstream staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go checkErr
 */
export function errorText(error: KubectlError): string {
  const [first, ...more] = error.kind === 'aggregate' ? error.errors : [error];
  const single = first === undefined || more.length > 0 ? error : first;
  switch (single.kind) {
    case 'aggregate':
      return single.errors.map((one) => `${messageText(one)}\n`).join('');
    case 'client':
      return single.text.startsWith('error: ') ? single.text : `error: ${single.text}`;
    case 'status': {
      const { status, objectKind, objectName } = single;
      if (status.reason !== 'Invalid') return messageText(single);
      return causesText(`The ${objectKind} ${quote(objectName)} is invalid: `, status.causes ?? []);
    }
  }
}
