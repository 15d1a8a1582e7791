import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typicalLinks } from './typicalLinks.ts';

/** Compressors differ from machine to machine by a few characters. */
const TOLERANCE = 0.03;

test('docs/links.md says how long links are: npm run docs:links writes it anew', async () => {
  const written = [...readFileSync('docs/links.md', 'utf8').matchAll(/^\| (.+) \| ([\d,]+) \|$/gm)];
  const links = await typicalLinks();
  expect(written.map(([, about]) => about)).toEqual(links.map(({ about }) => about));
  for (const [index, { characters }] of links.entries()) {
    const told = Number(written[index]?.[2]?.replaceAll(',', ''));
    expect(Math.abs(told - characters), written[index]?.[1] ?? '').toBeLessThanOrEqual(
      characters * TOLERANCE,
    );
  }
  expect(links[0]?.characters).toBeLessThan(300);
  expect(links[7]?.characters).toBeLessThan(1500);
});
