/**
 * What a careful reviewer would say of a manifest that the API server takes: apart from errors, each with its reason.
 * Lines and columns are 1-based; columns count UTF-16 code units.
 */
import type { QuickFix, Range } from '../manifest/types.ts';

export interface Advice {
  readonly severity: 'advice';
  /** stable kebab-case name, a row of `SPEC.md` */
  readonly rule: string;
  /** what is the matter here, with the numbers of this manifest: one or two sentences */
  readonly message: string;
  /** why it matters, and what to do instead */
  readonly reason: string;
  /** what the run showed of it; absent when it was not asked or showed nothing */
  readonly evidence?: string;
  /** field path as the API server writes it: `spec.behavior.scaleDown` */
  readonly path?: string;
  readonly line: number;
  readonly column: number;
  readonly range: Range;
  /** upstream documentation about it */
  readonly link: string;
  /** the likeliest first; they change what the manifest means, and say so in their title */
  readonly fixes?: readonly QuickFix[];
}
