import { describe, expect, it } from 'vitest';
import { ordinalOf, podNamer, podTemplateHash } from './podNames.ts';

const free = () => false;

describe('podNamer', () => {
  it('[PD8] names pods as their controller does', () => {
    expect(podNamer('Deployment', 'web', 1, free).next(podTemplateHash('template'))).toMatch(
      /^web-[bcdf-hj-np-tv-z24-9]{6,10}-[bcdf-hj-np-tv-z24-9]{5}$/,
    );
    expect(podNamer('ReplicaSet', 'web', 1, free).next('hash')).toMatch(/^web-[bcdf-hj-np-tv-z24-9]{5}$/);
  });

  it('[PD8] draws again when a name is taken, and gives up in the end', () => {
    const first = podNamer('ReplicaSet', 'web', 1, free).next('');
    expect(podNamer('ReplicaSet', 'web', 1, (name) => name === first).next('')).not.toBe(first);
    expect(() => podNamer('ReplicaSet', 'web', 1, () => true).next('')).toThrow('no free pod name');
  });

  it('[TM3] follows from the seed', () => {
    const names = (seed: number) => {
      const namer = podNamer('Deployment', 'web', seed, free);
      return Array.from({ length: 20 }, () => namer.next('hash'));
    };
    expect(names(7)).toEqual(names(7));
    expect(names(7)).not.toEqual(names(8));
    expect(new Set(names(7)).size).toBe(20);
  });

  it('[PD8] a StatefulSet pod has its ordinal at the end', () => {
    expect(ordinalOf('db-main-12')).toBe(12);
  });

  it('[PD8] another template has another hash', () => {
    expect(podTemplateHash('a')).not.toBe(podTemplateHash('b'));
  });
});
