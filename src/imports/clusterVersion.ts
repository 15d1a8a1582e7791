/** The minor of a cluster, from what kubectl says of its version or of its nodes. */
import { MINORS, type Minor } from '../core/index.ts';

export interface ClusterVersion {
  readonly minor?: Minor;
  readonly note?: string;
}

/** `kubectl version`, as text or as YAML and JSON */
const SERVER =
  /^Server Version: v?1\.(\d{1,3})\b|"?serverVersion"?:[\s\S]{0,400}?"?gitVersion"?: *"?v?1\.(\d{1,3})\b/m;
/** of `kubectl get node -o yaml`: its kubelets are never newer than the API server */
const KUBELET = /"?kubeletVersion"?: *"?v?1\.(\d{1,3})\b/g;

export function clusterVersion(text: string): ClusterVersion {
  const server = SERVER.exec(text);
  if (server !== null) return known(Number(server[1] ?? server[2]), 'of the API server');
  const kubelets = Array.from(text.matchAll(KUBELET), (match) => Number(match[1]));
  return kubelets.length === 0 ? {} : known(Math.max(...kubelets), 'of the newest node');
}

function known(number: number, whose: string): ClusterVersion {
  const minor = MINORS.find((other) => other === `1.${number}`);
  if (minor !== undefined) return { minor, note: `Kubernetes ${minor} is the version ${whose}.` };
  return {
    note: `The version ${whose} is 1.${number}, which this page does not have. Choose the nearest one.`,
  };
}
