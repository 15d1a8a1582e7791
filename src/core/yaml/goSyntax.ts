/** Values in Go's own syntax, as `%#v` prints them; go-yaml's errors show keys so. */
import { formatFloat } from '../go/formatFloat.ts';
import { compareStrings, quote } from '../go/strconv.ts';
import type { YamlValue } from './decode.ts';
import type { Scalar } from './resolve.ts';

const INT64_MAX = 2n ** 63n - 1n;

/**
 * A value as `%#v` prints it.
 *
 * @upstream Go fmt printValue
 */
export function goSyntax(value: YamlValue): string {
  switch (value.kind) {
    case 'null':
      return '<nil>';
    case 'bool':
      return String(value.value);
    case 'integer':
      return value.value > INT64_MAX ? `0x${value.value.toString(16)}` : String(value.value);
    case 'float':
      return formatFloat(value.value, 'g');
    case 'string':
      return quote(value.value);
    case 'list':
      return `[]interface {}{${value.items.map(nested).join(', ')}}`;
    case 'map':
      return `map[interface {}]interface {}{${sortedEntries(value.entries.values())
        .map(({ key, value: held }) => `${nested(key)}:${nested(held)}`)
        .join(', ')}}`;
  }
}

function nested(value: YamlValue): string {
  return value.kind === 'null' ? 'interface {}(nil)' : goSyntax(value);
}

type Entry = { readonly key: Scalar; readonly value: YamlValue };
const KIND_ORDER = ['null', 'bool', 'integer', 'float', 'string'];

/** Nothing first; keys of one kind by their value. Between kinds Go goes by addresses; this order is as good. */
function sortedEntries(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => {
    if (a.key.kind !== b.key.kind) return KIND_ORDER.indexOf(a.key.kind) - KIND_ORDER.indexOf(b.key.kind);
    if (a.key.kind === 'string' && b.key.kind === 'string') return compareStrings(a.key.value, b.key.value);
    return Number('value' in a.key ? a.key.value : 0) - Number('value' in b.key ? b.key.value : 0);
  });
}

/** Equal for keys that are equal to Go: of one kind, and of one value. @rule YM3 */
export function keyIdentity(key: Scalar): string {
  return key.kind === 'null' ? 'null' : `${key.kind} ${String(key.value)}`;
}
