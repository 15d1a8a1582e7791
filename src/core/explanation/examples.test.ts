import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../manifest/read.ts';
import { newScenario } from '../scenario/newScenario.ts';
import { type Simulation, simulate } from '../simulation/simulate.ts';
import type { Trace } from '../trace/types.ts';
import { explain } from './explain.ts';
import type { Explanation } from './types.ts';

const FOLDER = new URL('../../../examples/', import.meta.url);

interface Example {
  readonly name: string;
  readonly trace: Trace;
  /** one for each sync */
  readonly explanations: readonly Explanation[];
}

/** Every example that can run; the others are there for their error message. */
function runExamples(): readonly Example[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const scenario = newScenario(readFileSync(new URL(name, FOLDER), 'utf8'));
      const { manifest } = readManifest(scenario.manifest, scenario.kubernetes);
      if (!manifest) return [];
      const simulation = simulate(scenario, manifest);
      return [{ name, trace: simulation.trace, explanations: explainAll(simulation) }];
    });
}

function explainAll({ trace, step }: Simulation): readonly Explanation[] {
  const { hpa, syncPeriodSeconds, syncs } = trace;
  return Array.from(syncs.atSeconds, (_, sync) => explain(step(sync), { hpa, syncPeriodSeconds }));
}

/** Seconds in a fact such as `in 4 min 45 s, to 15 at the lowest`; undefined without one. */
function earliestSeconds({ facts }: Explanation, label: string): number | undefined {
  const value = facts.find((fact) => fact.label === label)?.value;
  const match = value?.match(/^in (?:(\d+) min)? ?(?:(\d+) s)?/);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : undefined;
}

const EXAMPLES = runExamples();

describe('every sync of every example', () => {
  it('runs most examples', () => {
    expect(EXAMPLES.length).toBeGreaterThan(8);
  });

  it.each(EXAMPLES)(
    '[EX1] [EX4] $name: has a headline with numbers, and no broken text',
    ({ explanations }) => {
      for (const explanation of explanations) {
        expect(explanation.headline).toMatch(/\d/);
        expect(explanation.headline).not.toContain(' 0 s ago');
        expect(JSON.stringify(explanation)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }
    },
  );

  it.each(EXAMPLES)('[EX5] $name: the last stage is the count of the trace', ({ trace, explanations }) => {
    const { desiredReplicas } = trace.syncs;
    const applied = explanations.map(({ stages }) => stages.at(-1)?.replicas);
    expect(applied).toEqual([...desiredReplicas]);
  });

  it.each(EXAMPLES)(
    '[EX5] $name: a stage that sets another count than the metrics is the one named',
    ({ explanations }) => {
      for (const { limiter, stages } of explanations) {
        const changed = stages.filter((stage) => stage.changed).map(({ kind }) => kind);
        if (limiter === 'metric' || limiter === 'none') expect(changed).toEqual([]);
        if (limiter === 'policy' || limiter === 'rateLimit') expect(changed.at(-1)).toBe('policies');
        if (limiter === 'min' || limiter === 'max') expect(changed.at(-1)).toBe('bounds');
        if (limiter.startsWith('stabilization')) expect(changed.at(-1)).toBe('stabilization');
      }
    },
  );

  it.each(EXAMPLES)(
    '[EX6] $name: no count falls or rises before the earliest change',
    ({ trace, explanations }) => {
      const { desiredReplicas, atSeconds } = trace.syncs;
      explanations.forEach((explanation, sync) => {
        for (const [label, sign] of [
          ['Earliest scale-down', -1],
          ['Earliest scale-up', 1],
        ] as const) {
          const seconds = earliestSeconds(explanation, label);
          if (seconds === undefined) continue;
          const from = atSeconds[sync] ?? 0;
          // what somebody else makes of the count is not foretold
          const others = trace.scalings.filter(({ by, atSeconds: at }) => by !== 'hpa' && at > from);
          const until = Math.min(from + seconds, ...others.map(({ atSeconds: at }) => at));
          let held = desiredReplicas[sync] ?? 0;
          for (let later = sync + 1; (atSeconds[later] ?? Infinity) < until; later++) {
            const step = ((desiredReplicas[later] ?? 0) - held) * sign;
            expect(step, `${explanation.headline} then sync ${later}`).toBeLessThanOrEqual(0);
            held = desiredReplicas[later] ?? 0;
          }
        }
      });
    },
  );
});
