import { describe, expect, it, vi } from 'vitest';
import { TAKE_OVER } from './messages.ts';
import { type Container, isKeptOffline, keepOffline, type NewerBuild } from './updates.ts';

type State = 'installing' | 'installed' | 'activated';

class FakeWorker extends EventTarget {
  state: State = 'installing';
  readonly said: unknown[] = [];
  postMessage(message: unknown): void {
    this.said.push(message);
  }
  become(state: State): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }
}

class FakeContainer extends EventTarget {
  readonly registration = new FakeRegistration();
  readonly controller: object | null;
  readonly #refuses: boolean;
  constructor(controller: object | null, refuses = false) {
    super();
    this.controller = controller;
    this.#refuses = refuses;
  }
  register(): Promise<FakeRegistration> {
    return this.#refuses ? Promise.reject(new Error('not here')) : Promise.resolve(this.registration);
  }
}

async function start(container: FakeContainer) {
  const newer: NewerBuild[] = [];
  const onTakenOver = vi.fn();
  const listener = { onNewer: (build: NewerBuild) => newer.push(build), onTakenOver };
  await keepOffline(container as unknown as Container, './sw.js', listener);
  return { newer, onTakenOver };
}

describe('keepOffline', () => {
  it('tells of a build that arrives while an older one is used, and lets it take over when asked', async () => {
    const container = new FakeContainer({});
    const { newer } = await start(container);
    const worker = new FakeWorker();
    container.registration.find(worker);
    expect(newer).toHaveLength(0);
    worker.become('installed');
    expect(newer).toHaveLength(1);
    expect(worker.said).toEqual([]);
    newer[0]?.takeOver();
    expect(worker.said).toEqual([TAKE_OVER]);
  });
  it('tells of a build that was already waiting', async () => {
    const container = new FakeContainer({});
    container.registration.waiting = new FakeWorker();
    expect((await start(container)).newer).toHaveLength(1);
  });
  it('says nothing at the first visit', async () => {
    const container = new FakeContainer(null);
    const { newer, onTakenOver } = await start(container);
    const worker = new FakeWorker();
    container.registration.find(worker);
    worker.become('installed');
    worker.become('activated');
    container.dispatchEvent(new Event('controllerchange'));
    expect(newer).toEqual([]);
    expect(onTakenOver).not.toHaveBeenCalled();
  });
  it('tells when another tab has brought a newer build in', async () => {
    const container = new FakeContainer({});
    const { onTakenOver } = await start(container);
    container.dispatchEvent(new Event('controllerchange'));
    expect(onTakenOver).toHaveBeenCalledOnce();
  });
  it('leaves a page that works where workers are refused', async () => {
    const { newer } = await start(new FakeContainer(null, true));
    expect(newer).toEqual([]);
  });
});

describe('isKeptOffline', () => {
  it('leaves the addresses that all projects of a machine share alone', () => {
    expect(['localhost', '127.0.0.1', '[::1]'].map(isKeptOffline)).toEqual([false, false, false]);
    expect(isKeptOffline('playground.localhost')).toBe(true);
    expect(isKeptOffline('example.org')).toBe(true);
  });
});
