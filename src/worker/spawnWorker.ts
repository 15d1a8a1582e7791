import type { WorkerPort } from './simulationClient.ts';

/** A new simulation worker of the browser, as the client sees it. */
export function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulation',
  });
  const port: WorkerPort = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  worker.onmessage = (event) => port.onmessage?.(event);
  worker.onerror = (event) => port.onerror?.(event);
  worker.onmessageerror = () => port.onmessageerror?.();
  return port;
}
