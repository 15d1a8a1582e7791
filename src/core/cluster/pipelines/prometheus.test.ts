import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../../apimachinery/labels.ts';
import { movingCluster } from '../../simulation/clusterTesting.ts';
import type { Cluster } from '../cluster.ts';
import { steps } from '../testing.ts';

const SELECTOR = everything();
const METRIC = 'requests_per_second';

type Counted = 'servedPerPod' | 'usage';

/** A cluster that is scraped every thirty seconds, for a `rate()` over two minutes of what its pods count. */
function scraped(load: number, source: Counted = 'servedPerPod') {
  const { world, at } = movingCluster({
    load: steps([0, load]),
    metricKeys: [`pods/${METRIC}`],
    signals: [{ metric: `pods/${METRIC}`, source, factor: 1 }],
    cluster: {
      initialReplicas: 3,
      customMetrics: { scrapeIntervalSeconds: 30, rateWindowSeconds: 120, cacheSeconds: 0 },
    },
  });
  const scale = (replicas: number) => world.scaleClient.update('default', 'web', 'Deployment.apps', replicas);
  return { world, at, scale };
}

function answerOf(world: Cluster) {
  const answer = world.metricsClient.getRawMetric(METRIC, 'default', SELECTOR, SELECTOR);
  return answer.ok ? { names: [...answer.value.names], values: [...answer.value.values] } : answer.error;
}

/** Something that changes nothing, but makes the cluster look at every pod by itself. */
function disturb({ operations }: Cluster): void {
  operations.changeLoadFactor(1);
}

describe('[CM2] [CM3] [CM4] what was scraped', () => {
  it('is what each pod has counted, at rest and a while after a change', () => {
    const { world, at, scale } = scraped(30);
    at(600);
    expect(answerOf(world)).toMatchObject({ values: [10_000, 10_000, 10_000] });
    scale(6);
    at(900);
    expect(answerOf(world)).toMatchObject({ values: Array.from({ length: 6 }, () => 5000) });
  });

  it('is the same whether pods are read one by one or, while none changes, all at once', () => {
    const instant = fc.integer({ min: 0, max: 900 });
    const source = fc.constantFrom<Counted>('servedPerPod', 'usage');
    const change = fc.oneof(
      fc.record({ replicas: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ cpuMillisecondsPerRequest: fc.integer({ min: 1, max: 50 }) }),
    );
    const changes = fc.array(fc.tuple(instant, change), { maxLength: 4 });
    fc.assert(
      fc.property(
        changes,
        source,
        fc.integer({ min: 0, max: 90 }),
        instant,
        (acts, counted, load, askedAt) => {
          const alone = scraped(load, counted);
          const disturbed = scraped(load, counted);
          const ordered = acts.toSorted(([a], [b]) => a - b);
          for (let second = 0; second <= askedAt; second += 5) {
            disturbed.at(second);
            disturb(disturbed.world);
            for (let [next] = ordered; next !== undefined && next[0] <= second; [next] = ordered) {
              ordered.shift();
              alone.at(second);
              const act = next[1];
              for (const { scale, world } of [alone, disturbed]) {
                if ('replicas' in act) scale(act.replicas);
                else world.operations.changeWorkload(act);
              }
            }
          }
          alone.at(askedAt);
          disturbed.at(askedAt);
          expect(answerOf(alone.world)).toEqual(answerOf(disturbed.world));
        },
      ),
      { numRuns: 60 },
    );
  });
});
