/** Timeline events at the door. */
import * as v from 'valibot';
import { CHANGEABLE_SETTINGS, METRICS_API_NAMES } from './events.ts';
import { SCENARIO_LIMITS as LIMITS } from './limits.ts';
import { amount, instant, name, oneOf, seconds, text, whole } from './schemaParts.ts';

function placed<const K extends string, E extends v.ObjectEntries>(kind: K, entries: E) {
  return v.strictObject({ id: name, atSeconds: instant, kind: v.literal(kind), ...entries });
}

const count = whole(1, LIMITS.replicas);
const lasting = seconds(1);
const quantity = v.exactOptional(v.pipe(text(LIMITS.nameLength), v.nonEmpty('must not be empty')));

const event = v.variant(
  'kind',
  [
    placed('applyManifest', { manifest: text(LIMITS.manifestLength) }),
    placed('rollout', {}),
    placed('killPods', { count }),
    placed('unreadyPods', { count, seconds: lasting }),
    placed('crashPods', { count, seconds: lasting }),
    placed('loseNode', { count: whole(1, LIMITS.nodes) }),
    placed('metricsOutage', { api: oneOf(METRICS_API_NAMES), seconds: lasting }),
    placed('missingSamples', { count, seconds: lasting }),
    placed('scale', { replicas: whole(0, LIMITS.replicas) }),
    placed('setRequests', { cpu: quantity, memory: quantity }),
    placed('changeSetting', { setting: oneOf(CHANGEABLE_SETTINGS), value: amount(LIMITS.loadValue) }),
    placed('restartController', {}),
  ],
  'must be a known kind of event',
);

export const events = v.pipe(
  v.array(event, 'must be a list of events'),
  v.maxLength(LIMITS.events, `must have at most ${LIMITS.events} events`),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'must have ids that differ'),
  v.check(
    (list) =>
      list.reduce((sum, one) => sum + (one.kind === 'applyManifest' ? one.manifest.length : 0), 0) <=
      LIMITS.eventManifestsLength,
    `must not hold manifests of more than ${LIMITS.eventManifestsLength} characters together`,
  ),
);
