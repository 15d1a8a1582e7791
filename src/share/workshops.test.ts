import { describe, expect, it } from 'vitest';
import { newScenario } from '../core/index.ts';
import { withoutSolutions } from '../core/lesson/learners.ts';
import type { Workshop } from '../core/lesson/types.ts';
import { deflate } from './compression.ts';
import { decodeWorkshop, encodeWorkshop } from './workshops.ts';

const WORKSHOP: Workshop = {
  version: 1,
  title: 'Tuesday',
  text: 'Welcome',
  notes: 'Be early',
  hasSolutions: true,
  steps: [
    { kind: 'course', lesson: 'first-climb', note: 'slowly' },
    { kind: 'scenario', title: 'Look', text: '', scenario: newScenario('kind: List') },
  ],
};

describe('[SH4] a workshop in a link', () => {
  it('opens as it was', async () => {
    const fragment = await encodeWorkshop(WORKSHOP);
    expect(fragment).toMatch(/^w\.1\.[\w-]+$/);
    expect(await decodeWorkshop(`#${fragment}`)).toEqual({ ok: true, workshop: WORKSHOP });
  });

  it('takes no notes to learners', async () => {
    const opened = await decodeWorkshop(await encodeWorkshop(withoutSolutions(WORKSHOP)));
    expect(opened).toMatchObject({ ok: true, workshop: { hasSolutions: false } });
    expect(JSON.stringify(opened)).not.toMatch(/early|slowly/);
  });

  it.each([
    ['', 'damaged'],
    ['w.1.', 'damaged'],
    ['w.1.AAAA', 'damaged'],
    ['w.2.AAAA', 'newer version'],
    [`w.1.${'A'.repeat(1_000_001)}`, 'more than a workshop'],
  ])('refuses %.20s with a reason', async (fragment, message) => {
    expect(await decodeWorkshop(fragment)).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
  });

  it('refuses what is no workshop, and what would not end', async () => {
    expect(await decodeWorkshop(`w.1.${await deflate('{"version":1}')}`)).toMatchObject({
      ok: false,
      message: expect.stringContaining('title'),
    });
    const bomb = await deflate(' '.repeat(9 * 1024 * 1024));
    expect(await decodeWorkshop(`w.1.${bomb}`)).toMatchObject({
      ok: false,
      message: expect.stringContaining('more than'),
    });
  });
});
