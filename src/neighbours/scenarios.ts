/** The scenarios in which two of them meet: `examples/neighbours`, each fetched when it is opened. */
import index from '../../examples/neighbours/index.json';
import type { Scenario } from '../core/index.ts';

export interface Conflict {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  open(): Promise<Scenario>;
}

const FILES = import.meta.glob<Scenario>('../../examples/neighbours/*.yaml', {
  query: '?scenario',
  import: 'default',
});

export const CONFLICTS: readonly Conflict[] = index.map(({ id, file, title, description }) => ({
  id,
  title,
  description,
  async open() {
    const scenario = await FILES[`../../examples/neighbours/${file}`]?.();
    if (scenario === undefined) throw new Error(`examples/neighbours/${file} is missing`);
    return scenario;
  },
}));
