/**
 * Label selectors: what the scale's `status.selector` is parsed into, and what a metric's selector becomes.
 *
 * @upstream staging/src/k8s.io/apimachinery/pkg/labels/selector.go
 */
export type Labels = Readonly<Record<string, string>>;

export interface Selector {
  matches(labels: Labels): boolean;
  /** matches everything because it asks for nothing */
  readonly empty: boolean;
  /** the text that is sent to an API */
  toString(): string;
}
