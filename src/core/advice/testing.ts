/** A manifest for the tests of this room, written so that no rule has anything to say about it. */
import { readManifest } from '../manifest/read.ts';
import type { ControllerFlags } from '../podautoscaler/interfaces.ts';
import type { FeatureGates, Minor } from '../releases/index.ts';
import { adviseManifest } from './adviseManifest.ts';
import type { Advice } from './types.ts';

export const FLAGS: ControllerFlags = {
  syncPeriodSeconds: 15,
  downscaleStabilizationSeconds: 300,
  tolerance: 0.1,
  cpuInitializationPeriodSeconds: 300,
  initialReadinessDelaySeconds: 30,
};

export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: app
          image: registry.example/web:1
          resources:
            requests:
              cpu: 250m
              memory: 256Mi
            limits:
              cpu: 500m
              memory: 512Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: 8080
`;

export const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 20
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`;

export const HEALTHY = `${DEPLOYMENT}---\n${HPA}`;

export interface AdviseOptions {
  readonly minor?: Minor;
  readonly featureGates?: FeatureGates;
}

/** Advice for a text, as the page gets it. */
export function advise(text: string, options: AdviseOptions = {}): readonly Advice[] {
  const { minor = '1.37', featureGates = {} } = options;
  const result = readManifest(text, minor, featureGates);
  return adviseManifest({ text, result, minor, featureGates, flags: FLAGS });
}

/** A text with something in it replaced; what is to be replaced has to be there. */
export function edited(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the text holds no ${JSON.stringify(from)}`);
    return before.replace(from, () => to);
  }, text);
}

/** The HPA's `behavior`, put after its metrics. */
export function withBehavior(behavior: string, text = HEALTHY): string {
  const indented = behavior.trimEnd().replace(/^/gm, '    ');
  return `${text}  behavior:\n${indented}\n`;
}

/** The line of the text that a piece of advice points at. */
export function lineOf(text: string, advice: Advice | undefined): string {
  return advice === undefined ? '' : (text.split('\n')[advice.line - 1] ?? '').trim();
}

/** Advice of one rule, as `line: message`. */
export function found(text: string, rule: string, options: AdviseOptions = {}): readonly string[] {
  return advise(text, options)
    .filter((advice) => advice.rule === rule)
    .map((advice) => `${lineOf(text, advice)} | ${advice.message}`);
}
