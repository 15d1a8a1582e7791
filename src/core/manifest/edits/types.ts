/** Edits of a manifest's text that leave everything else in it as it was written. */
import type { PathSegment } from '../documents.ts';

/** What a field can be set to: plain data, written in the style that the text already has. */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

export type ManifestEdit =
  | { readonly op: 'set'; readonly path: readonly PathSegment[]; readonly value: FieldValue }
  /** an object that this leaves empty is removed with it, up to the field below `spec` */
  | { readonly op: 'remove'; readonly path: readonly PathSegment[] }
  /** adds to a list, which is made where there is none */
  | { readonly op: 'append'; readonly path: readonly PathSegment[]; readonly value: FieldValue };

/** `[start, end)` of a text, in UTF-16 code units, is replaced by `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type EditResult =
  | { readonly ok: true; readonly text: string; readonly change: TextChange }
  /** the text cannot be edited in place, for a reason that can be shown */
  | { readonly ok: false; readonly reason: string };
