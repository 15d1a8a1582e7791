/** What is measured is built first, as the page's own code is: a loader that translates TypeScript costs time of its own. */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { runScenario } from './runScenario.ts';

const ENTRIES = [
  new URL('./controllerReplay.ts', import.meta.url),
  new URL('./runScenario.ts', import.meta.url),
  new URL('./simulationWorker.ts', import.meta.url),
];
/** Inside the project, where `npm run` starts, so that what is left outside the bundle is still found. */
const FOLDER = resolve('node_modules/.cache/bench');

type ControllerReplay = typeof import('./controllerReplay.ts');

export interface Built {
  readonly controllerReplay: ControllerReplay;
  readonly runScenario: typeof runScenario;
  /** of the module that answers scenarios in a worker's thread */
  readonly workerUrl: URL;
}

/** Builds the simulation for this process and for its worker. */
export async function buildSimulation(): Promise<Built> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'es2023',
      rollupOptions: { input: ENTRIES.map((url) => fileURLToPath(url)) },
    },
  });
  const moduleUrl = (name: string) => pathToFileURL(`${FOLDER}/${name}.js`);
  const module: Pick<Built, 'runScenario'> = await import(moduleUrl('runScenario').href);
  const controllerReplay: ControllerReplay = await import(moduleUrl('controllerReplay').href);
  return { runScenario: module.runScenario, controllerReplay, workerUrl: moduleUrl('simulationWorker') };
}
