/** What scalers take out of addresses. */
import { utf8Bytes } from '../../go/utf8.ts';

/** `url.QueryEscape`: everything but letters, digits and `-_.~`; a space is a plus. @upstream Go net/url */
export function queryEscape(text: string): string {
  let escaped = '';
  for (const byte of utf8Bytes(text)) {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-_.~]/.test(char)) escaped += char;
    else escaped += char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

/** The scheme of an address, in lower case; empty without one. @upstream Go net/url getScheme */
export function schemeOf(address: string): string {
  return (/^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1] ?? '').toLowerCase();
}

/**
 * The path of an absolute address; undefined where it is none and is taken for a name.
 *
 * @upstream Go net/url ParseRequestURI
 */
export function requestPath(address: string): string | undefined {
  if (address.startsWith('/')) return pathOf(address);
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(address)?.[0];
  if (scheme === undefined) return undefined;
  const rest = address.slice(scheme.length);
  if (!rest.startsWith('/')) return '';
  if (!rest.startsWith('//')) return pathOf(rest);
  const slash = rest.slice(2).search(/[/?]/);
  return slash < 0 ? '' : pathOf(rest.slice(2 + slash));
}

function pathOf(text: string): string {
  return text.split('?', 1)[0] ?? '';
}
