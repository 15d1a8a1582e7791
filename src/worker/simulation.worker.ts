/** The worker's own end: what arrives is handled, and the answer goes back. */
import { checkLimits, readManifest, startSimulation } from '../core/index.ts';
import { createPractice } from './practice.ts';
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

const practice = createPractice({ now: () => performance.now(), later: setTimeout });
let isFirstRun = true;

/** Only the first run is practised: who asks for more has the page in hand. */
function practiseAfter(request: Message, answer: Response): void {
  const manifest = answer.type === 'ran' ? answer.manifest.manifest : undefined;
  if (request.type !== 'run' || manifest === undefined) return;
  practice.begin(() => startSimulation(request.scenario, manifest));
}

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') {
    host.cancel(data.revision);
    return;
  }
  if (data.type === 'run' && !isFirstRun) practice.stop();
  isFirstRun &&= data.type !== 'run';
  const give = (answer: Response): void => {
    send(answer);
    practiseAfter(data, answer);
  };
  const answer = host.handle(data);
  if (answer instanceof Promise) void answer.then(give);
  else give(answer);
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
