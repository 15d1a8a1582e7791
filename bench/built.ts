/** What is measured is built first, as the page's own code is: a loader that translates TypeScript costs time of its own. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { runScenario } from './runScenario.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Inside the project, so that what is left outside the bundle is still found. */
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url));

export interface Built {
  readonly runScenario: typeof runScenario;
  /** of the module that answers scenarios in a worker's thread */
  readonly workerUrl: URL;
}

/** Builds the simulation for this process and for its worker. */
export async function buildSimulation(): Promise<Built> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'es2023',
      rollupOptions: { input: ['bench/runScenario.ts', 'bench/simulationWorker.ts'] },
    },
  });
  const moduleUrl = (name: string) => pathToFileURL(`${FOLDER}/${name}.js`);
  const module: Pick<Built, 'runScenario'> = await import(moduleUrl('runScenario').href);
  return { runScenario: module.runScenario, workerUrl: moduleUrl('simulationWorker') };
}
