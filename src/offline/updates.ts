/**
 * Keeps the playground for use without a network, and tells when a newer build has arrived. Nothing changes under a
 * visitor's hands: the newer one waits until somebody asks for it.
 */
import { TAKE_OVER } from './messages.ts';

export interface NewerBuild {
  /** Lets the newer build take over; every open tab of the playground is told. */
  takeOver(): void;
}

export interface UpdateListener {
  /** a newer build is on this machine and waits */
  onNewer(build: NewerBuild): void;
  /** a newer build has taken over; this tab still runs the older one */
  onTakenOver(): void;
}

/** The part of the browser's service worker container that is used; a test has its own. */
export type Container = Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'>;

/**
 * On its own machine somebody runs other projects at the same address tomorrow; a worker that stays would answer for
 * them. Names below `localhost` belong to one project.
 */
export function isKeptOffline(hostname: string): boolean {
  return !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * Registers the service worker. That it cannot be (private windows, plain http) leaves a page that needs its network.
 *
 * @param script address of the service worker, relative to the page
 */
export async function keepOffline(
  container: Container,
  script: string,
  listener: UpdateListener,
): Promise<void> {
  // The first worker of all takes over nothing that somebody uses.
  let hadWorker = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (hadWorker) listener.onTakenOver();
    hadWorker = true;
  });
  let registration: ServiceWorkerRegistration;
  try {
    registration = await container.register(script);
  } catch {
    return;
  }
  const tell = (worker: ServiceWorker | null): void => {
    if (worker === null || !hadWorker) return;
    listener.onNewer({ takeOver: () => worker.postMessage(TAKE_OVER) });
  };
  tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') tell(installing);
    });
  });
}
