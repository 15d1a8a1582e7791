import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dice } from '../cli/random/dice.ts';
import { randomIdentity, randomManifest } from '../cli/random/manifest.ts';
import type { HorizontalPodAutoscaler, HPAScalingRules, MetricSpec } from '../core/autoscaling/types.ts';
import { type ManifestResult, readManifest } from '../core/index.ts';
import { describeHpa } from '../core/kubectl/describeHpa.ts';
import { readClusterText } from './cluster.ts';
import { requestFrom } from './clusterRequests.ts';
import { recognise } from './recognise.ts';

const MINOR = '1.37';
const read = (manifest: string): ManifestResult => readManifest(manifest, MINOR, {});

/** `kubectl get hpa,deploy,svc -o yaml`, as it came from a cluster. */
const GET = `apiVersion: v1
items:
- apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata:
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: |
        {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"annotations":{},"name":"shop","namespace":"prod"},"spec":{"maxReplicas":12,"minReplicas":3,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"shop"}}}
      team.example/owner: checkout
    creationTimestamp: "2026-01-15T09:12:44Z"
    labels:
      app: shop
    managedFields:
    - apiVersion: autoscaling/v2
      fieldsType: FieldsV1
      fieldsV1:
        f:metadata:
          f:annotations:
            .: {}
            f:kubectl.kubernetes.io/last-applied-configuration: {}
      manager: kubectl-client-side-apply
      operation: Update
      time: "2026-01-15T09:12:44Z"
    name: shop
    namespace: prod
    resourceVersion: "184467"
    uid: 0f8fad5b-d9cb-469f-a165-70867728950e
  spec:
    maxReplicas: 12
    metrics:
    - resource:
        name: cpu
        target:
          averageUtilization: 60
          type: Utilization
      type: Resource
    minReplicas: 3
    scaleTargetRef:
      apiVersion: apps/v1
      kind: Deployment
      name: shop
  status:
    conditions:
    - lastTransitionTime: "2026-01-15T09:12:59Z"
      message: recommended size matches current size
      reason: ReadyForNewScale
      status: "True"
      type: AbleToScale
    currentMetrics:
    - resource:
        current:
          averageUtilization: 41
          averageValue: 103m
        name: cpu
      type: Resource
    currentReplicas: 7
    desiredReplicas: 7
    lastScaleTime: "2026-01-15T11:01:30Z"
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    annotations:
      deployment.kubernetes.io/revision: "4"
    creationTimestamp: "2026-01-15T09:10:02Z"
    generation: 9
    name: shop
    namespace: prod
    resourceVersion: "184470"
    uid: 6fa459ea-ee8a-3ca4-894e-db77e160355e
  spec:
    progressDeadlineSeconds: 600
    replicas: 7
    revisionHistoryLimit: 10
    selector:
      matchLabels:
        app: shop
    strategy:
      rollingUpdate:
        maxSurge: 25%
        maxUnavailable: 25%
      type: RollingUpdate
    template:
      metadata:
        creationTimestamp: null
        labels:
          app: shop
      spec:
        containers:
        - image: registry.example/shop:4.2
          imagePullPolicy: IfNotPresent
          name: app
          readinessProbe:
            failureThreshold: 3
            httpGet:
              path: /ready
              port: 8080
              scheme: HTTP
            initialDelaySeconds: 8
            periodSeconds: 10
            successThreshold: 1
            timeoutSeconds: 1
          resources:
            requests:
              cpu: 250m
              memory: 256Mi
          terminationMessagePath: /dev/termination-log
          terminationMessagePolicy: File
        dnsPolicy: ClusterFirst
        restartPolicy: Always
        schedulerName: default-scheduler
        securityContext: {}
        terminationGracePeriodSeconds: 30
  status:
    availableReplicas: 7
    observedGeneration: 9
    readyReplicas: 7
    replicas: 7
    updatedReplicas: 7
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: mailer
    namespace: prod
    uid: 7c9e6679-7425-40de-944b-e07fc1f90ae7
  spec:
    replicas: 1
  status:
    replicas: 1
kind: List
metadata:
  resourceVersion: ""
`;

describe('kubectl get -o yaml', () => {
  test('is taken over as somebody could have written it', () => {
    const taken = readClusterText(GET);
    expect(taken).toMatchObject({ from: 'get', currentReplicas: 7 });
    expect(taken?.minor).toBeUndefined();
    expect(taken?.manifest).toBe(`# From a cluster, by kubectl get; without status and what the server adds.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: prod
spec:
  selector:
    matchLabels:
      app: shop
  strategy:
    rollingUpdate:
      maxSurge: "25%"
      maxUnavailable: "25%"
    type: RollingUpdate
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: app
          image: "registry.example/shop:4.2"
          resources:
            requests:
              cpu: 250m
              memory: 256Mi
          imagePullPolicy: IfNotPresent
          readinessProbe:
            failureThreshold: 3
            httpGet:
              path: /ready
              port: 8080
              scheme: HTTP
            initialDelaySeconds: 8
            periodSeconds: 10
            successThreshold: 1
            timeoutSeconds: 1
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: shop
  namespace: prod
  labels:
    app: shop
  annotations:
    team.example/owner: checkout
spec:
  maxReplicas: 12
  metrics:
    - resource:
        name: cpu
        target:
          averageUtilization: 60
          type: Utilization
      type: Resource
  minReplicas: 3
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: shop
`);
    expect(taken?.notes).toEqual(['Left out, because no HPA here scales it: 1 Deployment.']);
  });

  test('means the same as before it was cleaned', () => {
    const [before, after] = [GET, readClusterText(GET)?.manifest ?? ''].map((text) => read(text).manifest);
    expect(after?.hpa.spec).toEqual(before?.hpa.spec);
    const { replicas: _live, ...workload } = before?.workload ?? {};
    expect(after?.workload).toMatchObject(workload);
  });

  test('is no more from a cluster once it is cleaned', () => {
    expect(readClusterText(readClusterText(GET)?.manifest ?? '')).toBeUndefined();
  });

  test.each([
    ['Server Version: v1.34.2\n', '1.34', /1\.34 is the version of the API server/],
    ['Client Version: v1.37.0\nServer Version: v1.33.1-gke.1\n', '1.33', /1\.33/],
    ['Server Version: v1.21.4\n', undefined, /1\.21, which this page does not have/],
  ])('the version that stands beside it is taken: %j', (line, minor, note) => {
    const taken = readClusterText(`${line}---\n${GET}`);
    expect(taken?.minor).toBe(minor);
    expect(taken?.notes.join(' ')).toMatch(note);
  });

  test('nodes tell the version too', () => {
    const node = (version: string) =>
      `apiVersion: v1\nkind: Node\nmetadata:\n  name: ${version}\nstatus:\n  nodeInfo:\n    kubeletVersion: ${version}\n---\n`;
    expect(readClusterText(node('v1.33.4') + node('v1.34.0') + GET)?.minor).toBe('1.34');
  });

  test('as JSON, after a shell’s prompt, and of an HPA that something else owns', () => {
    const json = JSON.stringify({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a', uid: 'x', ownerReferences: [{ kind: 'ScaledObject', name: 'worker' }] },
      spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } },
    });
    const taken = readClusterText(json);
    expect(taken?.manifest).not.toMatch(/uid|ownerReferences/);
    expect(taken?.notes.join(' ')).toMatch(
      /ScaledObject worker owns this HPA.*Deployment a is not in the text/,
    );
    expect(readClusterText(`$ kubectl get hpa,deploy -o yaml\n${GET}`)?.currentReplicas).toBe(7);
  });

  test('of several HPAs none gives the count of replicas', () => {
    const two = `${GET}---\n${GET.replaceAll('name: shop', 'name: basket')}`;
    const taken = readClusterText(two);
    expect(taken?.currentReplicas).toBeUndefined();
    expect(read(taken?.manifest ?? '').hpas).toHaveLength(2);
    expect(taken?.notes.join(' ')).toMatch(/several HPAs/);
  });

  test('both outputs are told apart from manifests that somebody wrote', () => {
    expect(recognise(GET)).toMatchObject({ kind: 'cluster', taken: { from: 'get' } });
    expect(recognise(DESCRIBE)).toMatchObject({ kind: 'cluster', taken: { from: 'describe' } });
    expect(recognise(readClusterText(GET)?.manifest ?? '')).toMatchObject({ kind: 'manifest' });
  });

  test('what somebody wrote is left as it is', () => {
    for (const text of [
      '',
      'a: 1',
      'kind: HorizontalPodAutoscaler\napiVersion: autoscaling/v2\n',
      '{}',
      '- 1',
    ]) {
      expect(readClusterText(text)).toBeUndefined();
    }
  });
});

/** `kubectl describe hpa`, as it came from a cluster. */
const DESCRIBE = `Name:                                                     checkout
Namespace:                                                prod
Labels:                                                   app=checkout
Annotations:                                              <none>
CreationTimestamp:                                        Thu, 15 Jan 2026 09:12:44 +0000
Reference:                                                Deployment/checkout
Metrics:                                                  ( current / target )
  resource cpu on pods  (as a percentage of request):     41% (103m) / 60%
  resource memory of container "app" on pods:             <unknown> / 400Mi
  "packets-per-second" on pods:                           1800m / 1k
  "requests-per-second" on Ingress/main-route (target value):  9 / 10k
  "queue_messages_ready" (target average value):          12 / 30
Min replicas:                                             3
Max replicas:                                             12
Behavior:
  Scale Up:
    Stabilization Window: 0 seconds
    Select Policy: Max
    Policies:
      - Type: Pods     Value: 4    Period: 15 seconds
      - Type: Percent  Value: 100  Period: 15 seconds
  Scale Down:
    Stabilization Window: 120 seconds
    Select Policy: Disabled
    Policies:
      - Type: Percent  Value: 10  Period: 60 seconds
Deployment pods:                                          7 current / 8 desired
Conditions:
  Type            Status  Reason               Message
  ----            ------  ------               -------
  AbleToScale     True    SucceededRescale     the HPA controller was able to update the target scale to 8
Events:
  Type    Reason             Age   From                       Message
  ----    ------             ----  ----                       -------
  Normal  SuccessfulRescale  12s   horizontal-pod-autoscaler  New size: 8; reason: cpu resource utilization (percentage of request) above target
`;

describe('kubectl describe hpa', () => {
  test('becomes a manifest that is valid and runs', () => {
    const taken = readClusterText(DESCRIBE);
    expect(taken).toMatchObject({ from: 'describe', currentReplicas: 7 });
    const { outcome, manifest, problems } = read(taken?.manifest ?? '');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outcome).toBe('accept');
    expect(manifest?.hpa).toMatchObject({
      metadata: { name: 'checkout', namespace: 'prod' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
        minReplicas: 3,
        maxReplicas: 12,
        metrics: [
          { resource: { name: 'cpu', target: { averageUtilization: 60 } } },
          { containerResource: { name: 'memory', container: 'app', target: { averageValue: '400Mi' } } },
          { pods: { metric: { name: 'packets-per-second' }, target: { averageValue: '1k' } } },
          {
            object: {
              describedObject: { kind: 'Ingress', name: 'main-route' },
              metric: { name: 'requests-per-second' },
              target: { type: 'Value', value: '10k' },
            },
          },
          { external: { metric: { name: 'queue_messages_ready' }, target: { averageValue: '30' } } },
        ],
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 0,
            selectPolicy: 'Max',
            policies: [{ value: 4 }, { value: 100 }],
          },
          scaleDown: {
            stabilizationWindowSeconds: 120,
            selectPolicy: 'Disabled',
            policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
          },
        },
      },
    });
    expect(taken?.notes.join(' ')).toMatch(/does not print tolerances.*requests are worked out.*API version/);
  });

  test('requests follow from usage and utilization', () => {
    expect(
      read(readClusterText(DESCRIBE)?.manifest ?? '').manifest?.workload.containers[0]?.requests,
    ).toEqual({
      cpu: '250m',
    });
  });

  test('several, a prompt before them and a Deployment between them', () => {
    const deployment = 'Name:  checkout\nNamespace:  prod\nReplicas:  7 desired | 7 updated\n';
    const other = DESCRIBE.replaceAll('checkout', 'basket');
    const taken = readClusterText(`$ kubectl describe hpa\n${DESCRIBE}\n\n${deployment}\n\n${other}`);
    expect(read(taken?.manifest ?? '').hpas.map(({ name }) => name)).toEqual(['checkout', 'basket']);
    expect(taken?.currentReplicas).toBeUndefined();
  });

  test('what is not understood is said, and the rest is taken', () => {
    const odd = DESCRIBE.replace('  "packets-per-second" on pods:', '  <unknown metric type "Moon">').replace(
      'Min replicas:                                             3',
      'Min replicas:                                             <unset>',
    );
    const taken = readClusterText(odd);
    expect(taken?.notes.join(' ')).toContain('not understood: <unknown metric type "Moon">');
    expect(taken?.manifest).not.toContain('minReplicas');
    expect(readClusterText(DESCRIBE.replace(/Max replicas:.*/, ''))).toBeUndefined();
  });
});

test.each([
  ['cpu', 45, '450m', '1'],
  ['cpu', 41, '103m', '250m'],
  ['cpu', 1, '1m', '100m'],
  ['cpu', 250, '1250m', '500m'],
  ['memory', 50, '134217728', '256Mi'],
  ['memory', 75, '1610612736', '2Gi'],
  ['cpu', 0, '450m', undefined],
  ['cpu', 45, '<unknown>', undefined],
  ['nvidia.com/gpu', 45, '450m', undefined],
])('%s at %d%% with %s was requested with %s', (resource, utilization, average, request) => {
  expect(requestFrom({ resource, utilization, average })).toBe(request);
});

describe('whatever kubectl describes comes back', () => {
  const withoutTolerance = (rules: HPAScalingRules | undefined) => {
    const { tolerance: _notPrinted, ...printed } = rules ?? {};
    return rules === undefined ? undefined : printed;
  };
  const printedMetric = (metric: MetricSpec): unknown =>
    JSON.parse(
      JSON.stringify(metric, (key, value: unknown) => (key === 'selector' ? undefined : value)).replace(
        /("describedObject":\{[^}]*?),?"apiVersion":"[^"]*"/g,
        '$1',
      ),
    );
  /** What `describe` prints of a spec. */
  const printed = ({ spec }: HorizontalPodAutoscaler) => ({
    ...spec,
    metrics: spec.metrics?.map(printedMetric),
    ...(spec.behavior === undefined
      ? {}
      : {
          behavior: {
            scaleUp: withoutTolerance(spec.behavior.scaleUp),
            scaleDown: withoutTolerance(spec.behavior.scaleDown),
          },
        }),
  });

  test('spec, name, namespace and replicas of random HPAs', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 500 }), (seed, currentReplicas) => {
        const dice = new Dice(seed);
        const { manifest } = read(randomManifest(dice, randomIdentity(dice, true)));
        if (manifest === undefined) throw new Error('a random manifest cannot be read');
        const hpa = { ...manifest.hpa, status: { ...manifest.hpa.status, currentReplicas } };
        const taken = readClusterText(describeHpa(hpa, [], 0));
        expect(taken?.currentReplicas).toBe(currentReplicas);
        const back = read(taken?.manifest ?? '').manifest?.hpa;
        if (back === undefined) throw new Error(taken?.manifest);
        expect(back.metadata).toMatchObject({ name: hpa.metadata.name, namespace: hpa.metadata.namespace });
        expect(printed(back)).toEqual(printed(hpa));
      }),
      { numRuns: 100 },
    );
  });

  test('cut off or mistyped, it still is one thing or the other, in bounded time', () => {
    const sources = [GET, DESCRIBE];
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat({ max: 4500 }), fc.nat({ max: 40 }), fc.string({ maxLength: 8 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (source, edits) => {
          const text = edits.reduce(
            (left, [at, cut, put]) => left.slice(0, at) + put + left.slice(at + cut),
            source,
          );
          const taken = readClusterText(text);
          if (taken !== undefined) expect(read(taken.manifest).hpas.length).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('long texts and long lines take no long time', () => {
    const started = performance.now();
    expect(readClusterText('x'.repeat(5_000_000))).toBeUndefined();
    readClusterText(DESCRIBE.replace('Policies:', `Policies:\n${'  - Type: Pods '.repeat(100_000)}`));
    readClusterText(`${DESCRIBE}${'Name: x\nReference: Deployment/x\n'.repeat(50_000)}`);
    readClusterText(`"${'\\'.repeat(1_900)}" on pods:  1 / 2`.repeat(300));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
