/**
 * `npm run bench [-- PART...] [-- --json]`: how fast and how large. Parts are `simulation`, `controller`, `curves` and
 * `memory`; all of them without a name. `--json` prints one document instead of tables. What is measured and how:
 * README.md.
 */
import { cpus } from 'node:os';
import { describeController, measureController } from './controllerAlone.ts';
import { describeCurves, measureCurves } from './curves.ts';
import { describeMemory, measureMemory } from './memory.ts';
import { describeSimulation, measureSimulation } from './simulation.ts';

interface Part {
  readonly title: string;
  /** what was measured, and the lines that show it */
  measure(): Promise<{ readonly result: unknown; readonly lines: readonly string[] }>;
}

function part<T>(title: string, measure: () => Promise<T>, describe: (result: T) => readonly string[]): Part {
  return {
    title,
    async measure() {
      const result = await measure();
      return { result, lines: describe(result) };
    },
  };
}

const PARTS: Readonly<Record<string, Part>> = {
  simulation: part('From a scenario to its trace', measureSimulation, describeSimulation),
  controller: part('The controller alone, over the recorded traces', measureController, describeController),
  curves: part('What a day costs by its size', measureCurves, describeCurves),
  memory: part('Memory', measureMemory, describeMemory),
};

function machine(): string {
  const [first] = cpus();
  return `Node ${process.versions.node}, ${cpus().length} x ${first?.model.trim() ?? 'unknown'}`;
}

async function main(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json');
  const names = args.filter((arg) => arg !== '--json');
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    console.error(
      `unknown argument ${unknown}\nusage: npm run bench -- [${Object.keys(PARTS).join('] [')}] [--json]`,
    );
    return 2;
  }
  const results: Record<string, unknown> = { machine: machine() };
  if (!isJson) console.log(machine());
  for (const [name, { title, measure }] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { result, lines } = await measure();
    results[name] = result;
    if (!isJson) console.log(`\n${title}\n\n${lines.join('\n')}`);
  }
  if (isJson) console.log(JSON.stringify(results, null, 2));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
