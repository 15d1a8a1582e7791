/** Cursors in the metadata of a KEDA trigger: which fields there are depends on the `type` beside it. */
import type { ApiSchema, SchemaNode } from './apiSchema.ts';
import { type CursorPlace, cursorPlace, type PathSegment } from './cursor.ts';

export interface TriggerPlace extends CursorPlace {
  /** of the trigger around the cursor, where its metadata are written */
  readonly triggerType?: string;
}

const METADATA_DEPTH = 4;

function isInMetadata({ path }: CursorPlace): boolean {
  return (
    path[0] === 'spec' && path[1] === 'triggers' && typeof path[2] === 'number' && path[3] === 'metadata'
  );
}

/** The lines of the list item around an offset: from its dash to whatever stands no further in. */
function itemAround(text: string, offset: number): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const at = text.slice(0, offset).split(/\r\n|\n|\r/).length - 1;
  const dashed = (line: string) => /^(\s*)-\s/.exec(line)?.[1]?.length;
  let first = at;
  while (first > 0 && dashed(lines[first] ?? '') === undefined) first--;
  const column = dashed(lines[first] ?? '') ?? 0;
  const isOutside = (line: string) => line.trim() !== '' && line.search(/\S/) <= column;
  const length = lines.slice(first + 1).findIndex(isOutside);
  return lines.slice(first, length < 0 ? undefined : first + 1 + length);
}

const TYPE = /(?:^|[\s{,-])type["']?\s*:\s*["']?([\w-]+)/;

function triggerType(text: string, offset: number): string | undefined {
  return itemAround(text, offset).flatMap((line) => TYPE.exec(line.replace(/\s#.*$/, ''))?.[1] ?? [])[0];
}

/** The same as `cursorPlace`, and the type of the trigger that the cursor is in. */
export function placeAt(text: string, offset: number): TriggerPlace | undefined {
  const place = cursorPlace(text, offset);
  if (place === undefined || !isInMetadata(place)) return place;
  const type = triggerType(text, offset);
  return type === undefined ? place : { ...place, triggerType: type };
}

/** What stands at a path: below a trigger's metadata what its scaler declares. */
export function nodeAt(
  schema: ApiSchema,
  root: SchemaNode,
  { triggerType: type }: TriggerPlace,
  path: readonly PathSegment[],
): SchemaNode | undefined {
  const trigger = type === undefined ? undefined : schema.trigger(type);
  if (trigger === undefined || path.length < METADATA_DEPTH) return schema.find(root, path);
  return schema.find(trigger, path.slice(METADATA_DEPTH)) ?? schema.find(root, path);
}
