import { describe, expect, it } from 'vitest';
import { podNamer, podTemplateHash } from './podNames.ts';

const free = () => false;

describe('podNamer', () => {
  it('[PD8] names pods as their controller does', () => {
    expect(podNamer('Deployment', 'web', 'template', 1).next(free)).toMatch(
      /^web-[bcdf-hj-np-tv-z24-9]{6,10}-[bcdf-hj-np-tv-z24-9]{5}$/,
    );
    expect(podNamer('ReplicaSet', 'web', 'template', 1).next(free)).toMatch(/^web-[bcdf-hj-np-tv-z24-9]{5}$/);
  });

  it('[PD8] a StatefulSet takes the lowest free number', () => {
    const taken = new Set(['db-0', 'db-1', 'db-3']);
    expect(podNamer('StatefulSet', 'db', 'template', 1).next((name) => taken.has(name))).toBe('db-2');
  });

  it('[PD8] draws again when a name is taken, and gives up in the end', () => {
    const first = podNamer('ReplicaSet', 'web', 't', 1).next(free);
    expect(podNamer('ReplicaSet', 'web', 't', 1).next((name) => name === first)).not.toBe(first);
    expect(() => podNamer('ReplicaSet', 'web', 't', 1).next(() => true)).toThrow('no free pod name');
  });

  it('[TM3] follows from the seed', () => {
    const names = (seed: number) => {
      const namer = podNamer('Deployment', 'web', 'template', seed);
      return Array.from({ length: 20 }, () => namer.next(free));
    };
    expect(names(7)).toEqual(names(7));
    expect(names(7)).not.toEqual(names(8));
    expect(new Set(names(7)).size).toBe(20);
  });

  it('[PD8] another template has another hash', () => {
    expect(podTemplateHash('a')).not.toBe(podTemplateHash('b'));
  });
});
