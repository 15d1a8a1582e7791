/** Label selectors: parsing, printing, matching, and Go's `%+v`. */
import { load } from 'js-yaml';
import {
  formatLabelSelector,
  type LabelSelector,
  labelSelectorAsSelector,
  labelSelectorGoString,
} from '../../src/core/apimachinery/labelSelector.ts';
import {
  type Labels,
  labelsString,
  parseSelector,
  type Selector,
} from '../../src/core/apimachinery/labels.ts';
import type { Result } from '../../src/core/go/types.ts';
import { type Difference, firstDifference } from '../difference.ts';
import type { CaseFile } from '../files.ts';
import { releaseOf } from './caseRelease.ts';
import type { Case } from './cases.ts';

/** Compares one case of `selectors.json`. */
export function checkSelector(item: Case, file: CaseFile): Difference | undefined {
  const rules = releaseOf(file);
  const sets = ((file.extra ?? {}) as { readonly sets?: readonly Labels[] }).sets ?? [];
  switch (item.kind) {
    case 'parse':
      return checkResult(item, parseSelector(String(item.in), rules), 'string', sets);
    case 'selector': {
      const selector = (load(String(item.in)) ?? undefined) as LabelSelector | undefined;
      return (
        firstDifference(item.plusV, labelSelectorGoString(selector), 'plusV') ??
        firstDifference(item.format, formatLabelSelector(selector), 'format') ??
        checkResult(item, labelSelectorAsSelector(selector, rules), 'asSelector', sets)
      );
    }
    case 'labels':
      return firstDifference(item.string, labelsString(item.in as Labels), 'string');
    default:
      throw new Error(`unknown kind of case: ${String(item.kind)}`);
  }
}

function checkResult(
  item: Case,
  result: Result<Selector>,
  field: string,
  sets: readonly Labels[],
): Difference | undefined {
  if (!result.ok) return firstDifference(item.err, result.error.error, 'err');
  if (item.err !== undefined) return { path: 'err', expected: item.err, actual: undefined };
  const selector = result.value;
  return (
    firstDifference(item[field], selector.toString(), field) ??
    firstDifference(
      item.matches,
      sets.map((labels) => selector.matches(labels)),
      'matches',
    )
  );
}
