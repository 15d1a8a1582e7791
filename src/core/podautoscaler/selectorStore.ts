/**
 * The selectors of all HPAs: two that match the same pod make both ambiguous.
 *
 * Upstream has two stores behind a feature gate; they answer alike but for `limit`, so there is one here.
 *
 * @upstream pkg/controller/podautoscaler/hpa_selector_store.go
 */
import type { Labels, Selector } from '../apimachinery/labels.ts';
import { compareStrings } from '../go/strconv.ts';
import type { Pod } from './interfaces.ts';

const NO_KEYS: readonly string[] = [];

export class SelectorStore {
  private readonly namespaces = new Map<string, Map<string, Selector>>();

  /** @upstream pkg/controller/podautoscaler/hpa_selector_store.go hpaSelectorStore.PutIfAbsent */
  putIfAbsent(namespace: string, name: string, selector: Selector): void {
    const selectors = this.namespaces.get(namespace);
    if (selectors === undefined) this.namespaces.set(namespace, new Map([[name, selector]]));
    else if (!selectors.has(name)) selectors.set(name, selector);
  }

  /** @upstream pkg/controller/podautoscaler/hpa_selector_store.go hpaSelectorStore.PutIfPresent */
  put(namespace: string, name: string, selector: Selector): void {
    const selectors = this.namespaces.get(namespace);
    if (selectors === undefined) this.putIfAbsent(namespace, name, selector);
    // the usual case: at every reconcile the selector is put that is there
    else if (selectors.get(name) !== selector) selectors.set(name, selector);
  }

  /** @upstream pkg/controller/podautoscaler/hpa_selector_store.go hpaSelectorStore.Delete */
  delete(namespace: string, name: string): void {
    const selectors = this.namespaces.get(namespace);
    selectors?.delete(name);
    if (selectors?.size === 0) this.namespaces.delete(namespace);
  }

  clear(): void {
    this.namespaces.clear();
  }

  /**
   * `namespace/name` of the HPAs that select one of these pods, in byte order. A lone HPA is not looked at: it cannot
   * be ambiguous. Where upstream stops at `limit`, it names those that its map gave first; this names the first.
   *
   * @upstream pkg/controller/podautoscaler/hpa_selector_store.go hpaSelectorStore.HPAsMatchingPods
   */
  hpasMatchingPods(namespace: string, pods: readonly Pod[], limit: number): readonly string[] {
    const selectors = this.namespaces.get(namespace);
    if (selectors === undefined || selectors.size < 2) return NO_KEYS;
    const labelSets = new Set<Labels>();
    for (const pod of pods) labelSets.add(pod.template.labels);
    const keys: string[] = [];
    for (const [name, selector] of selectors) {
      if ([...labelSets].some((labels) => selector.matches(labels))) keys.push(`${namespace}/${name}`);
    }
    return keys.sort(compareStrings).slice(0, limit);
  }
}
