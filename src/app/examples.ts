/** The examples that the page offers: `examples/index.json`, each with its manifest. */
import index from '../../examples/index.json';
import type { Scenario, ScenarioOverrides } from '../core/index.ts';

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A fresh scenario; its text, and what sizes a load for it, are fetched when first asked for. */
  open(): Promise<Scenario>;
}

interface Entry extends ScenarioOverrides {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly description: string;
}

const TEXTS = import.meta.glob<string>('../../examples/*.yaml', { query: '?raw', import: 'default' });

export const EXAMPLES: readonly Example[] = (index as readonly Entry[]).map(toExample);

function toExample({ id, file, title, description, ...overrides }: Entry): Example {
  return {
    id,
    title,
    description,
    async open() {
      const fetchText = TEXTS[`../../examples/${file}`];
      if (fetchText === undefined) throw new Error(`examples/${file} is missing`);
      const [text, { newScenario }] = await Promise.all([fetchText(), import('./newScenario.ts')]);
      return newScenario(text, overrides);
    },
  };
}
