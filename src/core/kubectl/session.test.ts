import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { newScenario } from '../scenario/newScenario.ts';
import { simulate } from '../simulation/simulate.ts';
import { kubectlSession } from './session.ts';

const EXAMPLE = new URL('../../../examples/06-gateway.yaml', import.meta.url);

function runExample(edit = (text: string) => text) {
  const scenario = newScenario(edit(readFileSync(EXAMPLE, 'utf8')));
  const { manifest } = readManifest(scenario.manifest, scenario.kubernetes);
  if (manifest === undefined) throw new Error('the example does not run');
  const simulation = simulate(scenario, manifest);
  const last = simulation.trace.syncs.atSeconds.length - 1;
  const session = (sync: number) =>
    kubectlSession(simulation.trace, simulation.step(sync), scenario.kubernetes);
  return { ...simulation, last, session };
}

describe('a terminal beside a run', () => {
  it('says at every sync what the status says', () => {
    const { trace, session, step, last } = runExample();
    for (let sync = 0; sync <= last; sync += 7) {
      const { currentReplicas, desiredReplicas } = step(sync).status;
      const { get, describe: described } = session(sync);
      expect(get.output.split('\n')).toHaveLength(3);
      expect(get.output).toMatch(new RegExp(` ${currentReplicas} +\\w+\\n$`));
      expect(described.output).toContain(`${currentReplicas} current / ${desiredReplicas} desired`);
      expect(described.output).toContain(`Name:`);
      for (const { output } of [get, described]) expect(output).not.toMatch(/NaN|undefined|<invalid>|<nil>/);
    }
    expect(trace.events.length).toBeGreaterThan(0);
  });

  it('counts ages from the start of the run', () => {
    const { session, trace } = runExample();
    const sync = trace.syncs.atSeconds.indexOf(600);
    expect(session(sync).get.output).toMatch(/ 10m\n$/);
    const created = new Date(trace.startMs).toUTCString().replace('GMT', '+0000');
    expect(session(sync).describe.output).toMatch(
      new RegExp(`CreationTimestamp: +${created.replace('+', '\\+')}\n`),
    );
  });

  it('lists the events so far, and says so when there are none', () => {
    const { trace, session } = runExample();
    const [first] = trace.events;
    if (first === undefined) throw new Error('the example has no events');
    expect(session(first.sync - 1).events.output).toBe('No events found in default namespace.\n');
    expect(session(first.sync - 1).describe.output).toMatch(/^Events: +<none>$/m);
    const { events, describe: described } = session(first.sync);
    expect(events.output).toContain(first.message);
    expect(described.output).toContain(first.message);
  });

  it('names the namespace unless it is the default one', () => {
    const { get } = runExample().session(0);
    expect(get.command).toBe('kubectl get hpa gateway');
    const shop = runExample((text) =>
      text.replaceAll(/^metadata:$/gm, 'metadata:\n  namespace: shop'),
    ).session(0);
    for (const { command } of Object.values(shop)) expect(command).toMatch(/ -n shop$/);
    expect(shop.events.output).toBe('No events found in shop namespace.\n');
  });
});
