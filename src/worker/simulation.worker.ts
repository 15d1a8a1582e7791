/** The worker's own end: what arrives is handled, and the answer goes back. */
import { checkLimits, readManifest, simulate } from '../core/index.ts';
import type { Request, Response } from './protocol.ts';
import { createHost } from './simulationHost.ts';

const host = createHost({
  readManifest,
  checkLimits,
  simulate,
  commentary: () => import('./commentary.ts'),
  now: () => performance.now(),
});

/** The worker's scope, without the types of the worker library, which contradict the page's. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Response): void;
};

const send = (answer: Response): void => scope.postMessage(answer);

scope.onmessage = ({ data }) => {
  const answer = host.handle(data);
  if (answer instanceof Promise) void answer.then(send);
  else send(answer);
};
