/**
 * Common pieces of manifests as single characters, before compression. It belongs to link version 1: published links
 * rely on every entry and on their order, so entries are only ever added at the end. The first 26 get the characters
 * that take one byte.
 */
const FRAGMENTS_V1: readonly string[] = [
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ',
  'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: ',
  '\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ',
  '\n  minReplicas: ',
  '\n  maxReplicas: ',
  '\n  metrics:',
  '\n    - type: Resource\n      resource:\n        name: ',
  '\n        target:\n          type: Utilization\n          averageUtilization: ',
  '\nspec:\n  replicas: ',
  '\n  selector:\n    matchLabels:\n      app: ',
  '\n  template:\n    metadata:\n      labels:\n        app: ',
  '\n    spec:\n      containers:\n        - name: ',
  '\n          image: ',
  '\n          resources:\n            requests:\n              cpu: ',
  '\n              memory: ',
  '\n            limits:\n              cpu: ',
  '\n          readinessProbe:\n            httpGet:\n              path: ',
  '\n              port: ',
  '\n            initialDelaySeconds: ',
  '\n            periodSeconds: ',
  '\n---\n',
  '\n  behavior:',
  '\n      policies:',
  '\n        - type: Percent\n          value: ',
  '\n        - type: Pods\n          value: ',
  '\n          periodSeconds: ',
  '\n        target:\n          type: AverageValue\n          averageValue: ',
  '\n  - type: Resource\n    resource:\n      name: ',
  '\n      target:\n        type: Utilization\n        averageUtilization: ',
  '\n      target:\n        type: AverageValue\n        averageValue: ',
  '\n    - type: Pods\n      pods:\n        metric:\n          name: ',
  '\n  - type: Pods\n    pods:\n      metric:\n        name: ',
  '\n    - type: External\n      external:\n        metric:\n          name: ',
  '\n    - type: ContainerResource\n      containerResource:\n        name: ',
  '\n        container: ',
  '\n    - type: Object\n      object:\n        describedObject:\n          apiVersion: ',
  '\n    scaleUp:\n      stabilizationWindowSeconds: ',
  '\n    scaleDown:\n      stabilizationWindowSeconds: ',
  '\n      selectPolicy: ',
  '\n      policies:\n      - type: Percent\n        value: ',
  '\n      policies:\n      - type: Pods\n        value: ',
  '\n        periodSeconds: ',
  '\n      containers:\n      - name: ',
  '\n        image: ',
  '\n        resources:\n          requests:\n            cpu: ',
  '\n            memory: ',
  '\n          limits:\n            cpu: ',
  '\n        ports:\n        - containerPort: ',
  '\n  namespace: ',
  '\n  labels:\n    app: ',
  'registry.example/',
  'stabilizationWindowSeconds: ',
  'averageUtilization: ',
  'app.kubernetes.io/name: ',
];

/** Control characters that no manifest holds: all of C0 but tab and line ends, then C1 but NEL. */
function tokenCharacters(): string[] {
  const codes: number[] = [];
  for (let code = 0x01; code < 0x20; code++) if (code < 0x09 || code > 0x0d) codes.push(code);
  for (let code = 0x80; code < 0xa0; code++) if (code !== 0x85) codes.push(code);
  return codes.map((code) => String.fromCharCode(code));
}

const TOKENS = tokenCharacters();
const TOKEN_OF = new Map(FRAGMENTS_V1.map((fragment, index) => [fragment, TOKENS[index] ?? '']));
const FRAGMENT_OF = new Map([...TOKEN_OF].map(([fragment, token]) => [token, fragment]));

function anyOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'g');
}

/** The longest piece wins where several fit. */
const ANY_FRAGMENT = anyOf([...FRAGMENTS_V1].sort((a, b) => b.length - a.length));
const ANY_TOKEN = anyOf(TOKENS);

/** Whether a text survives `fromTokens(toTokens(text))`: it holds none of the characters that stand for pieces. */
export function isPlain(text: string): boolean {
  ANY_TOKEN.lastIndex = 0;
  return !ANY_TOKEN.test(text);
}

/** A plain text with its common pieces replaced. */
export function toTokens(text: string): string {
  return text.replace(ANY_FRAGMENT, (fragment) => TOKEN_OF.get(fragment) ?? fragment);
}

/** The text that was meant, or undefined when it would be longer than `most` characters. */
export function fromTokens(text: string, most: number): string | undefined {
  let length = text.length;
  for (const [token] of text.matchAll(ANY_TOKEN)) length += (FRAGMENT_OF.get(token)?.length ?? 1) - 1;
  return length > most ? undefined : text.replace(ANY_TOKEN, (token) => FRAGMENT_OF.get(token) ?? token);
}
