/** The examples that the page offers: `examples/index.json`, each with its scenario, made when the page was built. */
import index from '../../examples/index.json';
import type { Scenario } from '../core/index.ts';
import type { ScenarioSource } from '../store/scenarioSlice.ts';

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A fresh scenario; fetched when first asked for. */
  open(): Promise<Scenario>;
}

interface Entry extends Pick<Example, 'id' | 'title' | 'description'> {
  readonly file: string;
}

/** The one that a first visit opens with needs no fetching of its own. */
const AT_HAND = import.meta.glob<Scenario>('../../examples/01-*.yaml', {
  query: '?scenario',
  import: 'default',
  eager: true,
});
const OTHERS = import.meta.glob<Scenario>(['../../examples/*.yaml', '!../../examples/01-*.yaml'], {
  query: '?scenario',
  import: 'default',
});

export const EXAMPLES: readonly Example[] = (index as readonly Entry[]).map(toExample);

function toExample({ id, file, title, description }: Entry): Example {
  const path = `../../examples/${file}`;
  return {
    id,
    title,
    description,
    async open() {
      const scenario = AT_HAND[path] ?? (await OTHERS[path]?.());
      if (scenario === undefined) throw new Error(`examples/${file} is missing`);
      return scenario;
    },
  };
}

/** What a scenario that came from there is called. */
export function sourceTitle(source: ScenarioSource): string {
  switch (source.kind) {
    case 'example':
      return EXAMPLES.find(({ id }) => id === source.id)?.title ?? 'Your scenario';
    case 'link':
      return 'From a link';
    case 'kept':
      return source.name;
    case 'own':
      return 'Your scenario';
  }
}
