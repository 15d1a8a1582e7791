/** A workshop in the fragment of an address and back: `w.VERSION.CHARACTERS`, base64url of deflated JSON. */
import { parseWorkshop } from '../core/lesson/document.ts';
import type { Workshop } from '../core/lesson/types.ts';
import { writtenWorkshop } from '../core/lesson/written.ts';
import { deflate, inflate } from './compression.ts';

export type WorkshopResult =
  | { readonly ok: true; readonly workshop: Workshop }
  | { readonly ok: false; readonly message: string };

/** characters; the longest that browsers are known to keep is two million */
const LONGEST_FRAGMENT = 1_000_000;
/** bytes after decompression */
const LONGEST_CONTENT = 8 * 1024 * 1024;

const DAMAGED = 'The link is damaged: it may have been cut off or changed on its way.';

/** The fragment of a link, without `#`. @rule SH4 */
export async function encodeWorkshop(workshop: Workshop): Promise<string> {
  return `w.1.${await deflate(JSON.stringify(writtenWorkshop(workshop)))}`;
}

/** @param fragment with or without `#` @rule SH4 */
export async function decodeWorkshop(fragment: string): Promise<WorkshopResult> {
  if (fragment.length > LONGEST_FRAGMENT) return failure('The link holds more than a workshop can hold.');
  const [, version, encoded = ''] = /^#?w\.(\d{1,4})\.(.*)$/s.exec(fragment) ?? [];
  if (version === undefined) return failure(DAMAGED);
  if (version !== '1') return failure('The link comes from a newer version of the playground.');
  const inflated = await inflate(encoded, LONGEST_CONTENT);
  if ('fault' in inflated) {
    return failure(inflated.fault === 'too-long' ? 'The link holds more than a workshop can hold.' : DAMAGED);
  }
  const value = jsonOf(inflated.text);
  if (value === undefined) return failure(DAMAGED);
  const read = parseWorkshop(value);
  return read.ok
    ? { ok: true, workshop: read.value }
    : failure(`The link does not hold a workshop: ${read.message}`);
}

function failure(message: string): WorkshopResult {
  return { ok: false, message };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
