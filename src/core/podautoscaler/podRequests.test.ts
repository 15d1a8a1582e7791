import { describe, expect, it } from 'vitest';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { PodTemplate } from './interfaces.ts';
import { PodRequests } from './podRequests.ts';

const template = (fields: Partial<PodTemplate>): PodTemplate => ({ labels: {}, containers: [], ...fields });

function cpuOf(fields: Partial<PodTemplate>, minor: Minor = '1.37', container = ''): unknown {
  const request = new PodRequests(resolveRelease(minor), 'cpu', container).of(template(fields));
  return request.ok ? request.milli : request.errorBeforePodName;
}

const app = { name: 'app', requests: { cpu: '100m' } };
const proxy = { name: 'proxy', requests: { cpu: '50.5m' } };
const sidecar = { name: 'logs', restartPolicy: 'Always', requests: { cpu: '30m' } };
const setup = { name: 'setup', requests: { cpu: '900m' } };

describe('the request of a pod', () => {
  it('is the sum of its containers, each rounded up', () => {
    expect(cpuOf({ containers: [app, proxy] })).toBe(151);
  });

  it('includes sidecars, but not other init containers, since minors know them', () => {
    expect(cpuOf({ containers: [app], initContainers: [sidecar, setup] })).toBe(130);
    expect(cpuOf({ containers: [app], initContainers: [sidecar, setup] }, '1.27')).toBe(100);
  });

  it('is an error if one container has none', () => {
    expect(cpuOf({ containers: [app, { name: 'bare', requests: {} }] })).toBe(
      'missing request for cpu in container bare of Pod ',
    );
  });

  it('is that of the pod where the minor reads it', () => {
    const pod = { containers: [app], podRequests: { cpu: '700m' } };
    expect([cpuOf(pod), cpuOf(pod, '1.33'), cpuOf(pod, '1.37', 'app')]).toEqual([700, 100, 100]);
  });

  it('sums exactly before it rounds once, where only another resource is set on the pod', () => {
    const pod = { containers: [proxy, proxy], podRequests: { memory: '1Gi' } };
    expect(cpuOf(pod)).toBe(101);
    expect(cpuOf({ ...pod, initContainers: [setup] })).toBe(900);
    expect(cpuOf({ containers: [{ name: 'bare', requests: {} }], podRequests: { memory: '1Gi' } })).toBe(
      'missing pod-level request for cpu in Pod ',
    );
  });

  it('of a container that does not exist is an error in newer minors and nothing in older ones', () => {
    expect(cpuOf({ containers: [app] }, '1.37', 'gone')).toBe('container gone not found in Pod ');
    expect(cpuOf({ containers: [app] }, '1.34', 'gone')).toBe(0);
  });
});
