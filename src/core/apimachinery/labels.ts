/**
 * Label selectors: what the scale's `status.selector` is parsed into, and what a metric's selector becomes.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go
 */
import { compareStrings } from '../go/strconv.ts';
import type { Result } from '../go/types.ts';
import { parseRequirements } from './labelParser.ts';
import {
  type Labels,
  type Requirement,
  requirementMatches,
  requirementString,
  type SelectorRules,
} from './labelRequirement.ts';

export type { Labels, SelectorRules } from './labelRequirement.ts';

export interface Selector {
  matches(labels: Labels): boolean;
  /** matches everything because it asks for nothing */
  readonly empty: boolean;
  /** the text that is sent to an API */
  toString(): string;
}

/** The rules of the newest minor, for callers to whom the version does not matter. */
export const NEWEST_SELECTOR_RULES: SelectorRules = {
  jsonFieldErrorValues: true,
  namesLabelKeys: true,
  readsEveryEmptyValue: true,
};

class RequirementsSelector implements Selector {
  private readonly requirements: readonly Requirement[];
  private readonly text: string;
  readonly empty: boolean;

  constructor(requirements: readonly Requirement[]) {
    this.requirements = requirements;
    this.text = requirements.map(requirementString).join(',');
    this.empty = requirements.length === 0;
  }

  matches(labels: Labels): boolean {
    for (const requirement of this.requirements) {
      if (!requirementMatches(requirement, labels)) return false;
    }
    return true;
  }

  toString(): string {
    return this.text;
  }
}

const EVERYTHING: Selector = new RequirementsSelector([]);
const NOTHING: Selector = { matches: () => false, empty: false, toString: () => '' };

/** Matches all labels. @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Everything */
export function everything(): Selector {
  return EVERYTHING;
}

/** Matches no labels; its text is that of `everything`. @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Nothing */
export function nothing(): Selector {
  return NOTHING;
}

/**
 * A selector of these requirements, ordered by key.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go internalSelector.Add
 */
export function selectorOf(requirements: readonly Requirement[]): Selector {
  return new RequirementsSelector([...requirements].sort((a, b) => compareStrings(a.key, b.key)));
}

/**
 * Reads a selector's text, with upstream's error texts.
 *
 * @param rules what the minor prints and accepts; a `Release` will do
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go Parse
 */
export function parseSelector(text: string, rules: SelectorRules = NEWEST_SELECTOR_RULES): Result<Selector> {
  const parsed = parseRequirements(text, rules);
  return parsed.ok ? { ok: true, value: new RequirementsSelector(parsed.value) } : parsed;
}

/**
 * The text of a set of labels, `a=b,c=d`. The whole texts are ordered, so `app.x=1` comes before `app=1`.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/labels.go Set.String
 */
export function labelsString(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort(compareStrings)
    .join(',');
}
