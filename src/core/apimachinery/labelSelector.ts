/**
 * The API's LabelSelector: into a selector, and into the text that Go's `%+v` prints in error messages.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go
 */
import { compareStrings, quote } from '../go/strconv.ts';
import { failure, type Result } from '../go/types.ts';
import { newRequirement, type Operator, type Requirement, type SelectorRules } from './labelRequirement.ts';
import { everything, NEWEST_SELECTOR_RULES, nothing, type Selector, selectorOf } from './labels.ts';

export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
]);

/**
 * No selector selects nothing, an empty one everything. Where several labels are wrong, upstream reports one of them
 * in Go's map order; this reports the first by name.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector
 */
export function labelSelectorAsSelector(
  selector: LabelSelector | undefined,
  rules: SelectorRules = NEWEST_SELECTOR_RULES,
): Result<Selector> {
  if (selector === undefined) return { ok: true, value: nothing() };
  const matchLabels = selector.matchLabels ?? {};
  const keys = Object.keys(matchLabels).sort(compareStrings);
  const expressions = selector.matchExpressions ?? [];
  if (keys.length + expressions.length === 0) return { ok: true, value: everything() };
  const requirements: Requirement[] = [];
  for (const key of keys) {
    const built = newRequirement(key, '=', [matchLabels[key] ?? ''], rules);
    if (!built.ok) return built;
    requirements.push(built.value);
  }
  for (const { key, operator, values } of expressions) {
    const op = OPERATORS.get(operator);
    if (op === undefined) return failure(`${quote(operator)} is not a valid label selector operator`);
    const built = newRequirement(key, op, values, rules);
    if (!built.ok) return built;
    requirements.push(built.value);
  }
  return { ok: true, value: selectorOf(requirements) };
}

/**
 * What `fmt` prints for a `*LabelSelector`.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/generated.pb.go LabelSelector.String
 */
export function labelSelectorGoString(selector: LabelSelector | undefined): string {
  if (selector === undefined) return 'nil';
  const matchLabels = selector.matchLabels ?? {};
  const labels = Object.keys(matchLabels)
    .sort(compareStrings)
    .map((key) => `${key}: ${matchLabels[key]},`)
    .join('');
  const expressions = (selector.matchExpressions ?? [])
    .map(
      ({ key, operator, values }) =>
        `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${(values ?? []).join(' ')}],},`,
    )
    .join('');
  return `&LabelSelector{MatchLabels:map[string]string{${labels}},MatchExpressions:[]LabelSelectorRequirement{${expressions}},}`;
}

/**
 * The text that kubectl shows for a selector.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go FormatLabelSelector
 */
export function formatLabelSelector(selector: LabelSelector | undefined): string {
  const parsed = labelSelectorAsSelector(selector);
  if (!parsed.ok) return '<error>';
  const text = parsed.value.toString();
  return text === '' ? '<none>' : text;
}
