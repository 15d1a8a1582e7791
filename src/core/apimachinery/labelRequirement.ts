/**
 * One requirement of a label selector.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement
 */
import { byteLength, compareStrings, parseInt64, quote, quoteJson } from '../go/strconv.ts';
import { failure, type Result } from '../go/types.ts';

export type Operator = '!' | '=' | '==' | 'in' | '!=' | 'notin' | 'exists' | 'gt' | 'lt';
export type Labels = Readonly<Record<string, string>>;

/** What differs between minors where selectors are read. A `Release` has these. */
export interface SelectorRules {
  /** field errors print lists as JSON, before in Go syntax */
  readonly jsonFieldErrorValues: boolean;
  /** 1.35: "a valid label key", "63 bytes"; before: "a qualified name", "63 characters" */
  readonly namesLabelKeys: boolean;
  /** 1.35: `(a,,)` is read; before, every second comma of a run was skipped and that could fail */
  readonly readsEveryEmptyValue: boolean;
}

export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

const LONGEST_NAME = 63;
const LONGEST_SUBDOMAIN = 253;
const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const NAME_EXPRESSION = new RegExp(`^${NAME}$`);
const VALUE_EXPRESSION = new RegExp(`^(${NAME})?$`);
const SUBDOMAIN_EXPRESSION = new RegExp(`^${SUBDOMAIN}$`);

const ALLOWED =
  "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

function nameText(): string {
  return `must ${ALLOWED} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${NAME}')`;
}

function valueText(): string {
  return `a valid label must be an empty string or ${ALLOWED} (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${NAME})?')`;
}

function lengthText(rules: SelectorRules, length: number): string {
  return `must be no more than ${length} ${rules.namesLabelKeys ? 'bytes' : 'characters'}`;
}

/**
 * What is wrong with a label key; empty when nothing is.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/api/validate/content/kube.go IsLabelKey
 */
export function labelKeyErrors(key: string, rules: SelectorRules): readonly string[] {
  const parts = key.split('/');
  if (parts.length > 2) {
    const noun = rules.namesLabelKeys ? 'a valid label key' : 'a qualified name';
    return [
      `${noun} ${nameText()} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const errors: string[] = [];
  const name = parts[parts.length - 1] ?? '';
  if (parts.length === 2) errors.push(...prefixErrors(parts[0] ?? '', rules));
  if (name === '') errors.push('name part must be non-empty');
  else if (byteLength(name) > LONGEST_NAME) errors.push(`name part ${lengthText(rules, LONGEST_NAME)}`);
  if (!NAME_EXPRESSION.test(name)) errors.push(`name part ${nameText()}`);
  return errors;
}

function prefixErrors(prefix: string, rules: SelectorRules): readonly string[] {
  if (prefix === '') return ['prefix part must be non-empty'];
  const errors: string[] = [];
  if (byteLength(prefix) > LONGEST_SUBDOMAIN) {
    errors.push(`prefix part ${lengthText(rules, LONGEST_SUBDOMAIN)}`);
  }
  if (!SUBDOMAIN_EXPRESSION.test(prefix)) {
    errors.push(
      "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', " +
        `and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
    );
  }
  return errors;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/api/validate/content/kube.go IsLabelValue */
export function labelValueErrors(value: string, rules: SelectorRules): readonly string[] {
  const errors: string[] = [];
  if (byteLength(value) > LONGEST_NAME) errors.push(lengthText(rules, LONGEST_NAME));
  if (!VALUE_EXPRESSION.test(value)) errors.push(valueText());
  return errors;
}

/**
 * A requirement, or the errors of its key, its number of values and its values, in that order.
 *
 * @param values undefined stands for Go's nil list, which prints differently
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go NewRequirement
 */
export function newRequirement(
  key: string,
  operator: Operator,
  values: readonly string[] | undefined,
  rules: SelectorRules,
): Result<Requirement> {
  const list = values ?? [];
  const errors: string[] = [];
  const keyErrors = labelKeyErrors(key, rules);
  if (keyErrors.length > 0) errors.push(`key: Invalid value: ${quote(key)}: ${keyErrors.join('; ')}`);
  const count = countError(operator, list.length);
  if (count !== undefined) errors.push(`values: Invalid value: ${listText(values, rules)}: ${count}`);
  if (operator === 'gt' || operator === 'lt') {
    list.forEach((value, index) => {
      if (parseInt64(value) !== undefined) return;
      errors.push(
        `values[${index}]: Invalid value: ${quote(value)}: for 'Gt', 'Lt' operators, the value must be an integer`,
      );
    });
  }
  list.forEach((value, index) => {
    const wrong = labelValueErrors(value, rules);
    if (wrong.length > 0) {
      errors.push(`values[${index}][${key}]: Invalid value: ${quote(value)}: ${wrong.join('; ')}`);
    }
  });
  if (errors.length === 0) return { ok: true, value: { key, operator, values: list } };
  return failure(aggregate(errors));
}

function countError(operator: Operator, count: number): string | undefined {
  switch (operator) {
    case 'in':
    case 'notin':
      return count === 0 ? "for 'in', 'notin' operators, values set can't be empty" : undefined;
    case '=':
    case '==':
    case '!=':
      return count !== 1 ? 'exact-match compatibility requires one single value' : undefined;
    case 'exists':
    case '!':
      return count !== 0 ? 'values set must be empty for exists and does not exist' : undefined;
    case 'gt':
    case 'lt':
      return count !== 1 ? "for 'Gt', 'Lt' operators, exactly one value is required" : undefined;
  }
}

function listText(values: readonly string[] | undefined, rules: SelectorRules): string {
  if (values === undefined || values.length === 0)
    return rules.jsonFieldErrorValues ? 'null' : '[]string(nil)';
  if (rules.jsonFieldErrorValues) return `[${values.map(quoteJson).join(',')}]`;
  return `[]string{${values.map(quote).join(', ')}}`;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/util/errors/errors.go aggregate.Error */
function aggregate(errors: readonly string[]): string {
  const distinct = [...new Set(errors)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `[${distinct.join(', ')}]`;
}

/** @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.Matches */
export function requirementMatches({ key, operator, values }: Requirement, labels: Labels): boolean {
  const has = Object.hasOwn(labels, key);
  const label = has ? (labels[key] ?? '') : '';
  switch (operator) {
    case 'in':
    case '=':
    case '==':
      return has && values.includes(label);
    case 'notin':
    case '!=':
      return !(has && values.includes(label));
    case 'exists':
      return has;
    case '!':
      return !has;
    case 'gt':
    case 'lt':
      return has && comparesAs(operator, label, values[0] ?? '');
  }
}

function comparesAs(operator: 'gt' | 'lt', label: string, bound: string): boolean {
  const left = parseInt64(label);
  const right = parseInt64(bound);
  if (left === undefined || right === undefined) return false;
  return operator === 'gt' ? left > right : left < right;
}

const SIGNS: Readonly<Record<Operator, string>> = {
  '!': '',
  '=': '=',
  '==': '==',
  '!=': '!=',
  in: ' in ',
  notin: ' notin ',
  gt: '>',
  lt: '<',
  exists: '',
};

/** @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.String */
export function requirementString({ key, operator, values }: Requirement): string {
  if (operator === 'exists') return key;
  if (operator === '!') return `!${key}`;
  const list = [...values].sort(compareStrings).join(',');
  const set = operator === 'in' || operator === 'notin';
  return `${key}${SIGNS[operator]}${set ? `(${list})` : list}`;
}
