import { describe, expect, test } from 'vitest';
import type { Saved } from './autosave.ts';
import { openingOf } from './opening.ts';
import type { Work } from './scenarioSlice.ts';
import { scenarioOf } from './testing/fixtures.ts';

const workOf = (manifest: string, edited = true): Work => ({
  scenario: scenarioOf(manifest),
  source: { kind: 'own' },
  edited,
});
const savedOf = (work: Work | undefined, earlier: readonly Work[] = []): Saved => ({
  work,
  earlier,
  preferences: { speed: 300 },
});
const example = async (): Promise<Work> => ({
  ...workOf('example', false),
  source: { kind: 'example', id: '1' },
});
const linkTo = (manifest: string) => ({ ok: true, scenario: scenarioOf(manifest) }) as const;
const manifests = (works: readonly Work[]) => works.map((work) => work.scenario.manifest);

describe('what the page opens with', () => {
  test('the first example, where there is nothing else', async () => {
    const { start } = await openingOf(undefined, savedOf(undefined), example);
    expect(start).toMatchObject({ source: { kind: 'example' }, edited: false, preferences: { speed: 300 } });
  });

  test('the work of last time', async () => {
    const { start } = await openingOf(undefined, savedOf(workOf('mine')), example);
    expect(start.scenario.manifest).toBe('mine');
  });

  test('a link, with the work of last time put aside', async () => {
    const saved = savedOf(workOf('mine'), [workOf('older')]);
    const { start, notice, hasPutAside } = await openingOf(linkTo('linked'), saved, example);
    expect(start).toMatchObject({
      scenario: { manifest: 'linked' },
      source: { kind: 'link' },
      edited: false,
    });
    expect(manifests(start.earlier)).toEqual(['mine', 'older']);
    expect(notice).toBeUndefined();
    expect(hasPutAside).toBe(true);
  });

  test('a reload is no link from somebody else: the work goes on, with its name', async () => {
    const mine = workOf('mine');
    const { start } = await openingOf(linkTo('mine'), savedOf(mine), example);
    expect(start).toMatchObject({ edited: true, source: { kind: 'own' }, earlier: [] });
  });

  test('a broken link: a message, the example, and the work one click away', async () => {
    const broken = { ok: false, message: 'It was cut off.' } as const;
    const opening = await openingOf(broken, savedOf(workOf('mine')), example);
    expect(opening).toMatchObject({ linkIsBroken: true, start: { source: { kind: 'example' } } });
    expect(opening.notice).toBe('This link could not be opened. It was cut off.');
    expect(manifests(opening.start.earlier)).toEqual(['mine']);
  });

  test('what nobody edited is not kept as work', async () => {
    const saved = savedOf(workOf('seen', false));
    const { start, hasPutAside } = await openingOf(linkTo('linked'), saved, example);
    expect(start.earlier).toEqual([]);
    expect(hasPutAside).toBe(false);
  });

  test('the example is not fetched where it is not needed', async () => {
    const never = () => Promise.reject(new Error('fetched'));
    await expect(openingOf(linkTo('linked'), savedOf(undefined), never)).resolves.toBeDefined();
  });
});
