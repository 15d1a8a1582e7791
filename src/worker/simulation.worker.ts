/** The worker's own end: what arrives is handled, and the answer goes back. */
import { checkLimits, explain, readManifest, reviewManifest, simulate } from '../core/index.ts';
import type { Request, Response } from './protocol.ts';
import { createHost } from './simulationHost.ts';

const host = createHost({
  readManifest,
  reviewManifest,
  checkLimits,
  simulate,
  explain: (step, { hpa, syncPeriodSeconds }) => explain(step, { hpa, syncPeriodSeconds }),
  now: () => performance.now(),
});

/** The worker's scope, without the types of the worker library, which contradict the page's. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Response): void;
};

scope.onmessage = (event) => scope.postMessage(host.handle(event.data));
