/** Small words to write Go types with. */
import type { GoField, GoStruct, GoType } from './goJson.ts';

type Fields = Readonly<Record<string, GoField>>;

export const string: GoType = { kind: 'string', name: 'string' };
export const int32: GoType = { kind: 'int32', name: 'int32' };
export const int64: GoType = { kind: 'int64', name: 'int64' };
export const bool: GoType = { kind: 'bool', name: 'bool' };
export const quantity: GoType = { kind: 'quantity' };
export const time: GoType = { kind: 'time' };

/** A string type with a name of its own. @rule GT1 */
export function named(name: string): GoType {
  return { kind: 'string', name };
}

/** @rule GT1 */
export function struct(name: string, fields: Fields): GoStruct {
  return { kind: 'struct', name, fields };
}

/** @rule GT1 */
export function slice(element: GoType): GoType {
  return { kind: 'slice', name: `[]${'name' in element ? element.name : ''}`, element };
}

/** `map[string]string`. @rule GT1 */
export function stringMap(): GoType {
  return { kind: 'map', name: 'map[string]string', element: string };
}

/** `omitempty`, and no pointer unless to a struct. @rule GT1 */
export function optional(type: GoType): GoField {
  return { type };
}

/** A pointer with `omitempty`. @rule GT1 */
export function pointer(type: GoType): GoField {
  return { type, pointer: true };
}

/** Neither a pointer nor `omitempty`: always printed. @rule GT1 */
export function always(type: GoType): GoField {
  return { type, always: true };
}
