import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from './read.ts';
import { unsoundnessOf } from './testing.ts';

const MINOR = '1.37';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  selector: {matchLabels: {app: worker}}
  template:
    metadata: {labels: {app: worker}}
    spec:
      containers:
        - name: app
          env: [{name: QUEUE, value: "https://sqs.eu-west-1.example/1/jobs"}]
          resources: {requests: {cpu: 250m}}
`;

const KAFKA = `    - type: kafka
      metadata: {bootstrapServers: "kafka:9092", consumerGroup: g, topic: orders, lagThreshold: "50"}
`;

function scaledObject(triggers = KAFKA, spec = ''): string {
  return `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: worker}
spec:
  scaleTargetRef: {name: worker}
${spec}  triggers:
${triggers}`;
}

function read(...documents: readonly string[]) {
  const text = documents.join('---\n');
  const result = readManifest(text, MINOR);
  expect(unsoundnessOf(text, result)).toEqual([]);
  return result;
}

function told(...documents: readonly string[]): readonly string[] {
  return read(...documents).problems.map(({ severity, rule, path }) => `${severity} ${rule} ${path ?? ''}`);
}

describe('a ScaledObject', () => {
  it('MF25 runs with its workload: the HPA that KEDA makes, and the plan of its operator', () => {
    const { outcome, manifest, problems, hpas } = read(DEPLOYMENT, scaledObject());
    expect({ outcome, problems }).toEqual({ outcome: 'accept', problems: [] });
    expect(hpas).toMatchObject([
      { key: 'default/worker', kind: 'ScaledObject', targetText: 'Deployment/worker' },
    ]);
    expect(manifest?.workload.written).toBe(true);
    expect(manifest?.hpa.metadata.name).toBe('keda-hpa-worker');
    expect(manifest?.hpa.spec).toMatchObject({ minReplicas: 1, maxReplicas: 100 });
    expect(manifest?.keda?.plan).toMatchObject({
      minReplicas: 0,
      pollingInterval: 30,
      cooldownPeriod: 300,
      triggers: [{ index: 0, kind: 'external', activation: 0, kafka: { topic: 'orders', lagThreshold: 50 } }],
    });
  });

  it('MF25 runs alone, with the stated defaults as its workload', () => {
    expect(told(scaledObject())).toEqual(['info workload-defaults spec.scaleTargetRef.name']);
  });

  it('MF25 stands in for the HPA that KEDA made of it', () => {
    const made = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: keda-hpa-worker, ownerReferences: [{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: worker, uid: "1"}]}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}, maxReplicas: 7}
`;
    const { manifest, hpas } = read(DEPLOYMENT, made, scaledObject());
    expect(hpas).toHaveLength(1);
    expect(manifest?.hpa.spec.maxReplicas).toBe(100);
    expect(told(DEPLOYMENT, made, scaledObject())).toEqual(['info keda-left-aside kind']);
  });

  it('MF26 is refused beside an HPA on the same workload, in the webhook’s words', () => {
    const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}, maxReplicas: 7}
`;
    const { outcome, chosenHpa, problems } = read(DEPLOYMENT, hpa, scaledObject());
    expect({ outcome, chosenHpa }).toEqual({ outcome: 'error', chosenHpa: 'default/web' });
    expect(problems.find(({ severity }) => severity === 'error')?.message).toContain(
      "the workload 'worker' of type 'apps/v1.Deployment' is already managed by the hpa 'web'",
    );
  });

  it('MF26 tells wrong types and unknown fields at their place, with a fix', () => {
    const unquoted = KAFKA.replace('"50"', '50');
    const { problems } = read(DEPLOYMENT, scaledObject(unquoted, '  minReplicas: 1\n'));
    expect(problems.map(({ message, fixes = [] }) => [message, fixes[0]?.title])).toEqual([
      ['strict decoding error: unknown field "spec.minReplicas"', 'Write `minReplicaCount`'],
      [
        'spec.triggers[0].metadata.lagThreshold: Invalid value: "integer": spec.triggers[0].metadata.lagThreshold in body must be of type string: "integer"',
        'Put 50 in quotes',
      ],
    ]);
  });

  it('MF26 hears of requests that a memory trigger needs, and of a minimum that never comes', () => {
    const memory = '    - {type: memory, metricType: Utilization, metadata: {value: "60"}}\n';
    const cpu = memory.replace('memory', 'cpu');
    const messages = (trigger: string) =>
      read(DEPLOYMENT, scaledObject(trigger)).problems.map(({ message }) => message);
    expect(messages(memory)).toEqual([
      expect.stringContaining("the container app doesn't have the memory request defined"),
    ]);
    expect(messages(cpu)).toEqual([
      expect.stringContaining('scaledobject has only cpu/memory triggers AND minReplica is 0'),
    ]);
  });

  it('MF27 tells what a scaler misses, at the parameter', () => {
    const wrong = KAFKA.replace('lagThreshold: "50"', 'lagThreshold: "many"');
    const [problem] = read(DEPLOYMENT, scaledObject(wrong)).problems;
    expect(problem?.path).toBe('spec.triggers[0].metadata.lagThreshold');
    expect(problem?.message).toContain('unable to set param "lagThreshold" value "many"');
  });

  it('MF27 reads what a trigger takes from the environment of the container', () => {
    const sqs =
      '    - {type: aws-sqs-queue, metadata: {queueURLFromEnv: QUEUE, awsRegion: x}, authenticationRef: {name: a}}\n';
    const { manifest } = read(DEPLOYMENT, scaledObject(sqs));
    expect(manifest?.keda?.plan.triggers[0]?.metrics[0]?.name).toBe('s0-aws-sqs-jobs');
  });

  it('MF27 warns of missing credentials and runs', () => {
    const sqs = '    - {type: aws-sqs-queue, metadata: {queueURL: jobs, awsRegion: x}}\n';
    expect(told(DEPLOYMENT, scaledObject(sqs))).toEqual(['warning keda-credentials spec.triggers[0].type']);
    expect(read(DEPLOYMENT, scaledObject(sqs)).manifest).toBeDefined();
  });

  it('MF27 tells what the API server would refuse of the generated HPA', () => {
    const behavior =
      '  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleDown: {stabilizationWindowSeconds: 9999}}}}\n';
    expect(told(DEPLOYMENT, scaledObject(KAFKA, behavior))).toEqual([
      'error generated-hpa spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds',
    ]);
  });

  it('MF17 MF25 is known by a kind in the wrong case, and by a version that is gone', () => {
    const lower = scaledObject().replace('kind: ScaledObject', 'kind: scaledobject');
    const old = scaledObject().replace('keda.sh/', 'keda.k8s.io/');
    expect(told(DEPLOYMENT, lower)).toEqual(['error unknown-kind kind']);
    expect(told(DEPLOYMENT, old)).toEqual(['error unknown-api-version apiVersion']);
  });

  it('MF28 leaves credentials aside and says so', () => {
    const authentication = 'apiVersion: keda.sh/v1alpha1\nkind: TriggerAuthentication\nmetadata: {name: a}\n';
    expect(told(DEPLOYMENT, authentication, scaledObject())).toEqual(['info keda-left-aside kind']);
  });

  it('MF25 is the kafka example, on every minor', () => {
    const text = readFileSync('examples/10-keda-kafka.yaml', 'utf8');
    expect(readManifest(text, '1.27').outcome).toBe('accept');
    expect(readManifest(text, '1.37').outcome).toBe('accept');
  });
});
