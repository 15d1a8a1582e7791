import { describe, expect, it } from 'vitest';
import { type Minor, resolveRelease } from '../releases/index.ts';
import type { PodTemplate } from './interfaces.ts';
import { PodRequests } from './podRequests.ts';

function requestOf(resource: string, fields: Partial<PodTemplate>, container = '', minor: Minor = '1.37') {
  const requests = new PodRequests(resolveRelease(minor), resource, container);
  const request = requests.of({ labels: {}, containers: [], ...fields });
  return request.ok ? request.milli : request.errorBeforePodName;
}

const container = (name: string, cpu: string) => ({ name, requests: { cpu } });
const sidecar = (cpu: string) => ({ name: 'logs', restartPolicy: 'Always', requests: { cpu } });
const memory = { memory: '1Gi' };

describe('requests of a pod with some of its own', () => {
  it.each([
    ['a sidecar runs beside the containers', [sidecar('30m')], 130],
    [
      'an init container needs more than they do, beside the sidecars before it',
      [sidecar('30m'), container('s', '900m')],
      930,
    ],
    ['sidecars that start after it do not count then', [container('s', '900m'), sidecar('30m')], 900],
    ['an init container that needs less changes nothing', [container('s', '20m')], 100],
    ['the largest of several init containers counts', [container('s', '300m'), container('t', '200m')], 300],
  ] as const)(
    'are worked out of the containers for what it does not name: %s',
    (_what, initContainers, milli) => {
      expect(
        requestOf('cpu', { containers: [container('app', '100m')], initContainers, podRequests: memory }),
      ).toBe(milli);
    },
  );

  it('exist for cpu, memory and huge pages only', () => {
    const containers = [container('app', '100m')];
    const bare = { name: 'bare', requests: {} };
    for (const podRequests of [{ 'hugepages-2Mi': '4Mi' }, { cpu: '700m' }, memory]) {
      expect(requestOf('cpu', { containers: [...containers, bare], podRequests })).toBe(
        podRequests === memory || !('cpu' in podRequests) ? 100 : 700,
      );
    }
    expect(
      requestOf('cpu', { containers: [...containers, bare], podRequests: { 'ephemeral-storage': '1Gi' } }),
    ).toBe('missing request for cpu in container bare of Pod ');
    expect(requestOf('storage', { containers, podRequests: { cpu: '1', storage: '5' } })).toBe(
      'missing pod-level request for storage in Pod ',
    );
    expect(requestOf('hugepages-2Mi', { containers, podRequests: { 'hugepages-2Mi': '5' } })).toBe(5000);
  });
});

describe('requests of containers', () => {
  it('are none where there are no containers', () => {
    expect(requestOf('cpu', {})).toBe(0);
  });

  it('are those of the first of that name, in older minors of all', () => {
    const containers = [container('app', '100m'), container('app', '50m'), container('other', '1')];
    expect([
      requestOf('cpu', { containers }, 'app'),
      requestOf('cpu', { containers }, 'app', '1.34'),
    ]).toEqual([100, 150]);
  });

  it('are a bug of the caller where they cannot be read', () => {
    expect(() => requestOf('cpu', { containers: [container('app', 'much')] })).toThrow(
      /quantity much was not admitted: /,
    );
  });
});
