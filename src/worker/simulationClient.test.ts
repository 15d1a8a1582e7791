import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenario } from '../core/scenario/types.ts';
import type { Message, ProgressMessage, Response } from './protocol.ts';
import { createSimulationClient, type SimulationClient, type WorkerPort } from './simulationClient.ts';

/** Stands in for the worker's message port only; a real worker runs in the browser tests. */
class RecordingPort implements WorkerPort {
  readonly sent: Message[] = [];
  terminated = false;
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  postMessage(message: Message): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(response: Response | ProgressMessage): void {
    this.onmessage?.({ data: response });
  }
}

function scenario(manifest: string): Scenario {
  return { manifest } as unknown as Scenario;
}

function ran(revision: number, trace = true): Response {
  const run = {
    type: 'ran',
    revision,
    manifest: { outcome: 'error', problems: [], hpas: [] },
    elapsedMs: 1,
  } as const;
  return trace ? ({ ...run, trace: {} } as unknown as Response) : run;
}

describe('simulation client', () => {
  let ports: RecordingPort[];
  let client: SimulationClient;
  const spawn = (): RecordingPort => {
    const fresh = new RecordingPort();
    ports.push(fresh);
    return fresh;
  };
  const port = (index: number): RecordingPort => {
    const found = ports[index];
    if (found === undefined) throw new Error(`no worker ${index}`);
    return found;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    ports = [];
    client = createSimulationClient({ watchdogMs: 1000, spawn });
  });
  afterEach(() => {
    client.dispose();
    vi.useRealTimers();
  });

  test('answers a run', async () => {
    const outcome = client.run(scenario('a'));
    port(0).answer(ran(1));
    expect(await outcome).toMatchObject({ type: 'ran', revision: 1 });
  });

  test('keeps one run in flight and only the newest pending', async () => {
    const first = client.run(scenario('a'));
    const second = client.run(scenario('b'));
    const third = client.run(scenario('c'));
    expect(port(0).sent).toHaveLength(1);
    expect(await second).toEqual({ type: 'superseded' });
    port(0).answer(ran(1));
    expect(await first).toMatchObject({ revision: 1 });
    expect(port(0).sent.map((request) => request.revision)).toEqual([1, 3]);
    port(0).answer(ran(3));
    expect(await third).toMatchObject({ revision: 3 });
  });

  test('drops an answer to a request that nobody waits for', async () => {
    const outcome = client.run(scenario('a'));
    port(0).answer(ran(99));
    port(0).answer(ran(1));
    expect(await outcome).toMatchObject({ revision: 1 });
  });

  test('a question does not wait behind the runs, and runs do not wait behind it', () => {
    void client.run(scenario('a'));
    void client.explain(1, 4);
    expect(port(0).sent.map((request) => request.type)).toEqual(['run', 'explain']);
  });

  test('a failure inside the core settles as data', async () => {
    const outcome = client.run(scenario('a'));
    port(0).answer({ type: 'failed', revision: 1, request: 'run', message: 'limit of 20,000 syncs' });
    expect(await outcome).toMatchObject({ type: 'failed', message: 'limit of 20,000 syncs' });
  });

  test('a worker that hangs is replaced; the one waiting is sent to the new one', async () => {
    const first = client.run(scenario('a'));
    const second = client.run(scenario('b'));
    vi.advanceTimersByTime(1000);
    expect(await first).toMatchObject({ type: 'lost', because: 'hung' });
    expect(port(0).terminated).toBe(true);
    expect(port(1).sent.map((request) => request.revision)).toEqual([2]);
    port(1).answer(ran(2));
    expect(await second).toMatchObject({ type: 'ran', revision: 2 });
  });

  test('a worker that answers in time is left alone', () => {
    void client.run(scenario('a'));
    vi.advanceTimersByTime(900);
    port(0).answer(ran(1));
    vi.advanceTimersByTime(5000);
    expect(port(0).terminated).toBe(false);
  });

  test('a worker that dies settles what was in flight, and late words of it are ignored', async () => {
    const run = client.run(scenario('a'));
    const explain = client.explain(1, 0);
    const dead = port(0);
    const lastWords = dead.onmessage;
    dead.onerror?.({ message: 'out of memory' });
    expect(await run).toEqual({
      type: 'lost',
      because: 'died',
      message: 'The simulation stopped: out of memory.',
    });
    expect(await explain).toMatchObject({ type: 'lost' });
    lastWords?.({ data: ran(1) });
    expect(ports).toHaveLength(2);
  });

  test('a new worker gets the last good run again before it is asked about one of its syncs', async () => {
    const run = client.run(scenario('a'));
    port(0).answer(ran(1));
    await run;
    port(0).onerror?.({ message: 'gone' });
    void client.explain(1, 7);
    void client.explain(1, 8);
    expect(port(1).sent.map((request) => [request.type, request.revision])).toEqual([
      ['run', 1],
      ['explain', 2],
    ]);
  });

  test('a run without a trace is not the last good one', async () => {
    const good = client.run(scenario('a'));
    port(0).answer(ran(1));
    await good;
    const broken = client.run(scenario('b'));
    port(0).answer(ran(2, false));
    await broken;
    port(0).onerror?.({ message: 'gone' });
    void client.explain(1, 0);
    expect(port(1).sent.map((request) => request.revision)).toEqual([1, 3]);
  });

  test('a worker that cannot be started settles the request', async () => {
    const blocked = createSimulationClient({
      watchdogMs: 1000,
      spawn: () => {
        throw new Error('workers are switched off');
      },
    });
    expect(await blocked.run(scenario('a'))).toMatchObject({
      type: 'lost',
      message: 'The simulation stopped: workers are switched off.',
    });
  });

  test('disposing settles everything', async () => {
    const first = client.run(scenario('a'));
    const second = client.run(scenario('b'));
    client.dispose();
    expect(await Promise.all([first, second])).toEqual([{ type: 'superseded' }, { type: 'superseded' }]);
  });

  describe('a run that takes long', () => {
    const half = (revision: number): ProgressMessage => ({ type: 'progress', revision, share: 0.5 });
    const sentTo = (index: number) => port(index).sent.map(({ type, revision }) => `${type} ${revision}`);

    test('says how far it is, and counts as alive', async () => {
      const heard: number[] = [];
      const outcome = client.run(scenario('a'), (share) => heard.push(share));
      for (let second = 0; second < 5; second++) {
        vi.advanceTimersByTime(900);
        port(0).answer(half(1));
      }
      expect(heard).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
      expect(port(0).terminated).toBe(false);
      port(0).answer(ran(1));
      expect(await outcome).toMatchObject({ type: 'ran' });
    });

    test('makes way for a newer one, whichever is known first', async () => {
      const heard: number[] = [];
      const first = client.run(scenario('a'), (share) => heard.push(share));
      port(0).answer(half(1));
      const second = client.run(scenario('b'), (share) => heard.push(share));
      expect(sentTo(0)).toEqual(['run 1', 'cancel 1']);
      port(0).answer({ type: 'cancelled', revision: 1 });
      expect(await first).toEqual({ type: 'superseded' });
      expect(sentTo(0)).toEqual(['run 1', 'cancel 1', 'run 2']);
      const third = client.run(scenario('c'));
      expect(sentTo(0)).toHaveLength(3);
      port(0).answer(half(2));
      expect(sentTo(0).at(-1)).toBe('cancel 2');
      port(0).answer(ran(2));
      // It was done before it heard of it: that is shown, and the newer one goes on.
      expect(await second).toMatchObject({ type: 'ran', revision: 2 });
      expect(sentTo(0).at(-1)).toBe('run 3');
      port(0).answer(ran(3));
      expect(await third).toMatchObject({ revision: 3 });
      expect(heard).toEqual([0.5]);
    });

    test('is cancelled together with the one that waits', async () => {
      const first = client.run(scenario('a'));
      const second = client.run(scenario('b'));
      client.cancelRun();
      expect(await second).toEqual({ type: 'cancelled' });
      port(0).answer(ran(1));
      expect(await first).toEqual({ type: 'cancelled' });
      const third = client.run(scenario('c'));
      port(0).answer(ran(3));
      expect(await third).toMatchObject({ type: 'ran', revision: 3 });
      vi.advanceTimersByTime(5000);
      expect(ports).toHaveLength(1);
    });

    test('a worker that does not look up is replaced, and a question in flight is asked again', async () => {
      client = createSimulationClient({ watchdogMs: 10_000, spawn });
      const good = client.run(scenario('a'));
      port(0).answer(ran(1));
      await good;
      const stuck = client.run(scenario('b'));
      void client.explain(1, 7);
      client.cancelRun();
      vi.advanceTimersByTime(999);
      expect(port(0).terminated).toBe(false);
      vi.advanceTimersByTime(1);
      expect(await stuck).toEqual({ type: 'cancelled' });
      expect(port(0).terminated).toBe(true);
      expect(sentTo(1)).toEqual(['run 1', 'explain 3']);
    });

    test('there may be nothing to cancel', () => {
      client.cancelRun();
      expect(ports).toHaveLength(0);
    });
  });
});
