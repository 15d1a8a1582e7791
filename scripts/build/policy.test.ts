import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, NOT_IN_FRAMES, policyFor } from './policy.ts';

it('forbids code from text and from elsewhere', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|blob:|\*/);
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self';/);
});

it.each([
  ['/', true],
  ['/index.html', true],
  ['/?from=chat', true],
  ['/?embedded', true],
  ['/?embed', false],
  ['/?embed=read-only', false],
  ['/?from=slides&embed', false],
])('%s: frames are forbidden: %s', (url, forbidden) => {
  expect(policyFor(url)).toBe(
    forbidden ? `${CONTENT_SECURITY_POLICY}; ${NOT_IN_FRAMES}` : CONTENT_SECURITY_POLICY,
  );
});

it('nginx says the same', () => {
  const conf = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  expect(/add_header Content-Security-Policy "(.*)\$frames" always/.exec(conf)?.[1]).toBe(
    CONTENT_SECURITY_POLICY,
  );
  expect(conf).toContain(`"; ${NOT_IN_FRAMES}"`);
  const written = /"~(\(.*embed.*)" "";/.exec(conf)?.[1] ?? '';
  for (const query of ['', 'from=chat', 'embedded', 'embed', 'embed=read-only', 'from=slides&embed']) {
    expect(new RegExp(written).test(query), query).toBe(new URLSearchParams(query).has('embed'));
  }
});
