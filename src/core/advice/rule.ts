/** The shape of a rule, and how what it finds becomes advice. */
import { fieldPathText } from '../apimachinery/field.ts';
import { type PathSegment, valueAt, type YamlDocument } from '../manifest/documents.ts';
import { type Aim, locate } from '../manifest/positions.ts';
import type { QuickFix, Range } from '../manifest/types.ts';
import type { Review } from './review.ts';
import type { Advice } from './types.ts';

/** Where in the text: a field, or the nearest thing above it that is written. */
export interface Place {
  readonly document: YamlDocument;
  readonly path: readonly PathSegment[];
  readonly aim?: Aim;
}

export interface Finding {
  readonly at: Place;
  readonly message: string;
  readonly fixes?: readonly QuickFix[];
}

/** What does not depend on the manifest. */
interface RuleText {
  readonly rule: string;
  readonly reason: string;
  readonly link: string;
}

/** One thing that reviewers look for. */
export interface AdviceRule extends RuleText {
  find(review: Review): readonly Finding[];
}

/** A place in the HPA that is reviewed. */
export function inHpa({ document }: Review, path: readonly PathSegment[], aim: Aim = 'value'): Place {
  return { document, path, aim };
}

export function rangeOf({ lines }: Review, { document, path, aim = 'value' }: Place): Range {
  const { start, end } = locate(document.part, [...document.root, ...path], aim);
  return lines.range(start, end);
}

/** The same for an edit: only where the field itself is written. */
export function writtenRange(review: Review, place: Place): Range | undefined {
  return valueAt(place.document.value, place.path) === undefined ? undefined : rangeOf(review, place);
}

export function toAdvice(review: Review, { rule, reason, link }: RuleText, finding: Finding): Advice {
  const { at, message, fixes } = finding;
  const range = rangeOf(review, at);
  return {
    severity: 'advice',
    rule,
    message,
    reason,
    path: fieldPathText(at.path),
    line: range.startLine,
    column: range.startColumn,
    range,
    link,
    ...(fixes === undefined || fixes.length === 0 ? {} : { fixes }),
  };
}
