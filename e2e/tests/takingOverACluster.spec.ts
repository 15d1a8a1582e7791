import { expect, test } from '../fixtures/test.ts';

const DESCRIBED = `Name:                                                  checkout
Namespace:                                             prod
Labels:                                                <none>
Annotations:                                           <none>
CreationTimestamp:                                     Thu, 15 Jan 2026 09:12:44 +0000
Reference:                                             Deployment/checkout
Metrics:                                               ( current / target )
  resource cpu on pods  (as a percentage of request):  41% (103m) / 60%
Min replicas:                                          3
Max replicas:                                          12
Deployment pods:                                       7 current / 7 desired
Events:                                                <none>
`;

const STORED = `apiVersion: v1
kind: List
items:
- apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  metadata:
    name: shop
    namespace: prod
    resourceVersion: "184467"
    uid: 0f8fad5b-d9cb-469f-a165-70867728950e
  spec:
    maxReplicas: 9
    metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 60
    minReplicas: 2
    scaleTargetRef:
      apiVersion: apps/v1
      kind: Deployment
      name: shop
  status:
    currentReplicas: 5
    desiredReplicas: 5
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: shop
    namespace: prod
  spec:
    replicas: 5
    selector:
      matchLabels:
        app: shop
    template:
      metadata:
        labels:
          app: shop
      spec:
        containers:
        - name: app
          image: registry.example/shop:4.2
          resources:
            requests:
              cpu: 250m
          terminationMessagePath: /dev/termination-log
`;

const CASES = [
  {
    what: 'describe',
    text: `Server Version: v1.34.1\n${DESCRIBED}`,
    pods: 7,
    minor: '1.34',
    without: /Reference/,
  },
  { what: 'get', text: STORED, pods: 5, minor: '1.37', without: /status:|uid|terminationMessagePath|List/ },
] as const;

for (const { what, text, pods, minor, without } of CASES) {
  test(`what kubectl ${what} printed is pasted and taken over: manifest, pods at the start, one undo`, async ({
    page,
    playground,
  }) => {
    await playground.open();
    const kept = await playground.points();
    await playground.paste(text);
    await expect(page.getByText(`This is what kubectl ${what} printed of a cluster.`)).toBeVisible();
    await page.getByRole('button', { name: 'Take over from cluster' }).click();
    const notice = page.getByText(new RegExp(`^Taken over, with ${pods} pods at the start`));
    await expect(notice).toBeVisible();
    await expect(page.getByLabel('Kubernetes version', { exact: true })).toHaveValue(minor);
    await expect(playground.problems).toContainText(/No problems|note|advice/);
    await expect.poll(async () => (await playground.spokenSync()).desired).toBeGreaterThan(0);
    expect(await playground.points()).toEqual(kept);
    expect((await playground.selectSync(1)).desired).toBe(pods);
    const manifest = await playground.copyManifest();
    expect(manifest).toMatch(/^# From a cluster/);
    expect(manifest).not.toMatch(without);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => playground.copyManifest()).toBe(text);
  });
}
