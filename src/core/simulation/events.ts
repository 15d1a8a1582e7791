import type { Cluster } from '../cluster/cluster.ts';
import type { ReadManifest } from '../manifest/types.ts';
import type { Scenario, TimelineEvent } from '../scenario/types.ts';
import { appliedManifest } from './appliedManifests.ts';

/** What an event can do beside changing the cluster. */
export interface EventTarget {
  readonly scenario: Scenario;
  readonly cluster: Cluster;
  /** the HPA and its workload as written in another manifest */
  applyManifest(manifest: ReadManifest): void;
  restartController(): void;
}

/**
 * In the order of their instants, and of the document where these are equal. What lies beyond the end never happens.
 *
 * @rule EV1
 */
export function eventsInOrder({ events, durationSeconds }: Scenario): readonly TimelineEvent[] {
  return events
    .filter(({ atSeconds }) => atSeconds < durationSeconds)
    .sort((a, b) => a.atSeconds - b.atSeconds);
}

/**
 * Lets an event happen now.
 *
 * @rule EV2 EV3 EV4 EV5 EV6 EV7 EV8 EV9
 */
export function applyEvent(event: TimelineEvent, target: EventTarget): void {
  const { cluster } = target;
  switch (event.kind) {
    case 'applyManifest': {
      const manifest = appliedManifest(event, target.scenario);
      if (manifest !== undefined) target.applyManifest(manifest);
      break;
    }
    case 'rollout':
      cluster.operations.rollout();
      break;
    case 'killPods':
      cluster.operations.killPods(event.count);
      break;
    case 'unreadyPods':
      cluster.operations.makeUnready(event.count, event.seconds);
      break;
    case 'crashPods':
      cluster.operations.crash(event.count, event.seconds);
      break;
    case 'loseNode':
      cluster.incidents.loseNodes(event.count);
      break;
    case 'metricsOutage':
      cluster.incidents.beginOutage(event.api, event.seconds);
      break;
    case 'missingSamples':
      cluster.incidents.loseSamples(event.count, event.seconds);
      break;
    case 'scale':
      cluster.operations.scaleTo(event.replicas);
      break;
    case 'setRequests':
      cluster.incidents.setRequests(event);
      break;
    case 'changeSetting':
      changeSetting(cluster, event.setting, event.value);
      break;
    case 'restartController':
      target.restartController();
      break;
  }
}

/** @param setting one of `CHANGEABLE_SETTINGS` @rule EV9 */
function changeSetting({ operations }: Cluster, setting: string, value: number): void {
  const [, section, key = ''] = setting.split('.');
  if (setting === 'load.factor') operations.changeLoadFactor(value);
  else if (section === 'workload') operations.changeWorkload({ [key]: value });
  else operations.changePods({ [key]: value });
}
