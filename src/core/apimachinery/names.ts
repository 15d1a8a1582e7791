/** Checks of names. Each answers what is wrong, in the API server's words; nothing when nothing is. */
import { byteLength } from '../go/strconv.ts';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_EXPRESSION = new RegExp(`^${LABEL}$`);
const SUBDOMAIN_EXPRESSION = new RegExp(`^${SUBDOMAIN}$`);
const LONGEST_LABEL = 63;
const LONGEST_SUBDOMAIN = 253;

const LABEL_TEXT = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
const SUBDOMAIN_TEXT = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;

function lengthErrors(value: string, longest: number): string[] {
  return byteLength(value) > longest ? [`must be no more than ${longest} characters`] : [];
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsDNS1123Label */
export function dns1123LabelErrors(value: string): readonly string[] {
  const errors = lengthErrors(value, LONGEST_LABEL);
  if (LABEL_EXPRESSION.test(value)) return errors;
  return [...errors, SUBDOMAIN_EXPRESSION.test(value) ? 'must not contain dots' : LABEL_TEXT];
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsDNS1123Subdomain */
export function dns1123SubdomainErrors(value: string): readonly string[] {
  const errors = lengthErrors(value, LONGEST_SUBDOMAIN);
  return SUBDOMAIN_EXPRESSION.test(value) ? errors : [...errors, SUBDOMAIN_TEXT];
}

/**
 * A prefix to which something is appended may end in a dash.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validation/generic.go maskTrailingDash
 */
export function maskTrailingDash(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validate/content/path.go IsPathSegmentName */
export function pathSegmentNameErrors(name: string): readonly string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((part) => name.includes(part)).map((part) => `may not contain '${part}'`);
}

/** `group` is empty for the legacy group; `error` is Go's text. */
export type GroupVersion =
  | { readonly ok: true; readonly group: string; readonly version: string }
  | { readonly ok: false; readonly error: string };

/** @upstream staging/src/k8s.io/apimachinery/pkg/runtime/schema/group_version.go ParseGroupVersion */
export function parseGroupVersion(text: string): GroupVersion {
  if (text === '' || text === '/') return { ok: true, group: '', version: '' };
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) return { ok: false, error: `unexpected GroupVersion string: ${text}` };
  return second === undefined
    ? { ok: true, group: '', version: first }
    : { ok: true, group: first, version: second };
}
