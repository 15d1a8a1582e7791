/** What came from a real cluster becomes the scenario, or takes its place in the present one. */
import { newScenario, parseScenario, type Scenario } from '../core/index.ts';
import type { ClusterText } from '../imports/cluster.ts';
import type { AppStore } from '../store/appStore.ts';

/** A new scenario with a load that gives the HPA something to do. @returns why it could not be made */
export function openTaken(store: AppStore, taken: ClusterText): string | undefined {
  const { scenario: present, openScenario, notify } = store.getState();
  const { kubernetes, featureGates } = present;
  const fitted = newScenario(taken.manifest, { kubernetes: taken.minor ?? kubernetes, featureGates });
  const made = parseScenario(withReplicas(fitted, taken));
  if (!made.ok) return made.message;
  // It exists nowhere else yet.
  openScenario(made.scenario, { kind: 'own' }, true);
  notify('info', takenText(taken));
  return undefined;
}

/** Into the present scenario, whose load stays: one step of undo. @returns why it could not be done */
export function replaceByTaken(store: AppStore, taken: ClusterText): string | undefined {
  const { scenario, replaceScenario, notify } = store.getState();
  const { hpa: _ofAnotherText, ...others } = scenario;
  const kubernetes = taken.minor ?? scenario.kubernetes;
  const made = parseScenario(withReplicas({ ...others, kubernetes, manifest: taken.manifest }, taken));
  if (!made.ok) return made.message;
  replaceScenario(made.scenario);
  notify('info', takenText(taken), { text: 'Undo', run: () => store.getState().undo() });
  return undefined;
}

/** A manifest of one workload starts with the pods that it had. */
function withReplicas(scenario: Scenario, { currentReplicas }: ClusterText): Scenario {
  if (currentReplicas === undefined) return scenario;
  return { ...scenario, cluster: { ...scenario.cluster, initialReplicas: currentReplicas } };
}

/** `Taken over, with 7 pods at the start and Kubernetes 1.34.` */
function takenText({ currentReplicas, minor }: ClusterText): string {
  const pods = currentReplicas === 1 ? '1 pod' : `${currentReplicas} pods`;
  const parts = [
    ...(currentReplicas === undefined ? [] : [`${pods} at the start`]),
    ...(minor === undefined ? [] : [`Kubernetes ${minor}`]),
  ];
  return parts.length === 0 ? 'Taken over from the cluster.' : `Taken over, with ${parts.join(' and ')}.`;
}
