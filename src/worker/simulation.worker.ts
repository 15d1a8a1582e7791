/** The worker's own end: what arrives is handled, and the answer goes back. */
import { checkLimits, readManifest, startSimulation } from '../core/index.ts';
import type { Message, ProgressMessage, Response } from './protocol.ts';
import { createHost } from './simulationHost.ts';

/** The worker's scope, without the types of the worker library, which contradict the page's. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Message>) => void) | null;
  postMessage(message: Response | ProgressMessage): void;
};

const send = (answer: Response | ProgressMessage): void => scope.postMessage(answer);

const host = createHost({
  readManifest,
  checkLimits,
  startSimulation,
  commentary: () => import('./commentary.ts'),
  now: () => performance.now(),
  breathe: breather(),
  report: send,
});

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') {
    host.cancel(data.revision);
    return;
  }
  const answer = host.handle(data);
  if (answer instanceof Promise) void answer.then(send);
  else send(answer);
};

/** A message to itself: it queues behind what has arrived, and unlike a timer is never held back. */
function breather(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return () =>
    new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
}
