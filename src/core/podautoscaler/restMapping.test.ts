import { describe, expect, it } from 'vitest';
import { builtInRestMapper, groupKindString, parseGroup, targetGroupKind } from './restMapping.ts';

describe('a group', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['v1', ''],
    ['apps/v1', 'apps'],
    ['/v1', ''],
    ['example.com/v1beta1', 'example.com'],
  ])('of apiVersion %j is %j', (apiVersion, group) => {
    expect(parseGroup(apiVersion)).toEqual({ ok: true, value: group });
  });

  it.each(['a/b/c', '//'])('cannot be read from %j', (apiVersion) => {
    const error = `unexpected GroupVersion string: ${apiVersion}`;
    expect(parseGroup(apiVersion)).toMatchObject({ ok: false, error: { error } });
    expect(targetGroupKind({ apiVersion, kind: 'Deployment', name: 'web' })).toMatchObject({ ok: false });
  });

  it('of a target without an apiVersion is the core group', () => {
    expect(targetGroupKind({ kind: 'ReplicationController', name: 'web' })).toEqual({
      ok: true,
      value: { group: '', kind: 'ReplicationController' },
    });
  });

  it('stands behind the kind, but for the core group', () => {
    expect(groupKindString({ group: 'apps', kind: 'Deployment' })).toBe('Deployment.apps');
    expect(groupKindString({ group: '', kind: 'ReplicationController' })).toBe('ReplicationController');
  });
});

describe('a cluster without custom resources', () => {
  const APPS = 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet';
  const CORE =
    'Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount';
  it.each([
    ['apps', APPS],
    ['', CORE],
    ['autoscaling', 'HorizontalPodAutoscaler Scale'],
  ])('serves in group %j: %s', (group, kinds) => {
    for (const kind of kinds.split(' ')) expect(builtInRestMapper({ group, kind })).toBeUndefined();
  });

  it.each([
    ['apps', 'ReplicationController'],
    ['', 'Deployment'],
    ['extensions', 'Deployment'],
    ['apps', ''],
    ['', ''],
  ])('does not serve in group %j the kind %j', (group, kind) => {
    expect(builtInRestMapper({ group, kind })).toBe(`no matches for kind "${kind}" in group "${group}"`);
  });
});
