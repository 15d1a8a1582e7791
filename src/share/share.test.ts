import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest, simulate } from '../core/index.ts';
import { newScenario } from '../core/scenario/newScenario.ts';
import { parseScenario } from '../core/scenario/parse.ts';
import { anyScenario } from '../core/scenario/testing/anyScenario.ts';
import type { Scenario } from '../core/scenario/types.ts';
import { deflate } from './compression.ts';
import { fromTokens, isPlain, toTokens } from './dictionary.ts';
import { decodeScenario, encodeScenario } from './index.ts';

function example(name: string): string {
  return readFileSync(`examples/${name}`, 'utf8');
}

interface PublishedLink {
  readonly about: string;
  readonly fragment: string;
  readonly scenario: unknown;
}

const PUBLISHED: readonly PublishedLink[] = JSON.parse(readFileSync('src/share/fixtures/links.json', 'utf8'));

interface PublishedRun {
  readonly about: string;
  readonly run: unknown;
}

/** What each of them came to when it was published. */
const RUNS: readonly PublishedRun[] = JSON.parse(readFileSync('src/share/fixtures/runs.json', 'utf8'));

function digits(value: number): number {
  return Number(value.toPrecision(9));
}

/** `1x25 2x6`: the values with how often each comes in a row. */
function runLengths(values: Iterable<number>): string {
  const rows: [number, number][] = [];
  for (const value of values) {
    const last = rows.at(-1);
    if (last?.[0] === value) last[1]++;
    else rows.push([value, 1]);
  }
  return rows.map((row) => row.join('x')).join(' ');
}

/** The run of a scenario in a few numbers; null when its manifest cannot run. */
function outlineOf(scenario: Scenario): unknown {
  const { manifest } = readManifest(scenario.manifest, scenario.kubernetes, scenario.featureGates);
  if (manifest === undefined) return null;
  const { syncs, metrics, events, pods, summary } = simulate(scenario, manifest).trace;
  const sum = (values: Float64Array) => values.reduce((all, value) => all + (value || 0), 0);
  return {
    desired: runLengths(syncs.desiredReplicas),
    metrics: metrics.map(({ current }) => digits(sum(current))),
    events: events.length,
    pods: pods.length,
    podHours: digits(summary.podHours),
    requestsServed: digits(summary.requestsServed),
  };
}

describe('published links open for ever', () => {
  test.each(PUBLISHED)('$about', async ({ fragment, scenario }) => {
    expect(await decodeScenario(fragment)).toEqual(parseScenario(scenario));
  });

  test.each(RUNS)('and run as they did: $about', async ({ about, run }) => {
    const fragment = PUBLISHED.find((link) => link.about === about)?.fragment ?? '';
    const opened = await decodeScenario(fragment);
    if (!opened.ok) throw new Error(opened.message);
    expect(outlineOf(opened.scenario)).toEqual(run);
  });
});

describe('length', () => {
  test('the scenario that the page opens with stays below 300 characters', async () => {
    const fragment = await encodeScenario(newScenario(example('01-web-cpu.yaml')));
    expect(fragment.length).toBeLessThan(300);
  });

  test('an HPA with its Deployment and three curves stays below 1,500', async () => {
    const base = newScenario(example('06-gateway.yaml'));
    const curve = (id: string) => ({
      id,
      unit: 'messages',
      interpolation: 'linear' as const,
      points: Array.from({ length: 30 }, (_, index) => ({
        atSeconds: index * 120,
        value: Math.round(100 + 80 * Math.sin(index * 1.7)),
      })),
    });
    const scenario = {
      ...base,
      loads: [...base.loads, curve('queue'), curve('lag')],
      kubernetes: '1.33' as const,
    };
    expect((await encodeScenario(scenario)).length).toBeLessThan(1500);
  });
});

test('what goes into a link comes out of it', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyScenario(example('01-web-cpu.yaml'), example('06-gateway.yaml')),
      async (original) => {
        expect(parseScenario(original).ok).toBe(true);
        const fragment = await encodeScenario(original);
        expect(fragment).toMatch(/^2\.[A-Za-z0-9_-]+$/);
        expect(await decodeScenario(`#${fragment}`)).toEqual({ ok: true, scenario: original });
      },
    ),
    { numRuns: 150 },
  );
});

test('a broken link gives a message, never an exception', { timeout: 60_000 }, async () => {
  const good = await encodeScenario(newScenario(example('06-gateway.yaml')));
  const change = fc.record({
    at: fc.nat({ max: good.length }),
    cut: fc.nat({ max: 5 }),
    put: fc.string({ maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, cut, put }) => {
      const answer = await decodeScenario(good.slice(0, at) + put + good.slice(at + cut));
      if (answer.ok) expect(parseScenario(answer.scenario).ok).toBe(true);
      else expect(answer.message).toMatch(/^The link .*\.$/);
    }),
    { numRuns: 300 },
  );
});

/** A link whose content somebody wrote by hand. */
async function forged(header: unknown, body = 'x'): Promise<string> {
  return `2.${await deflate(`${JSON.stringify(header)}\n${body}`)}`;
}

const LOAD = [0, 0, 0, [0, 5]];

describe('links from strangers', () => {
  test.each<[string, unknown]>([
    ['points that go back in time', [[], [[0, 0, 0, [10, 1, -5, 1]]]]],
    ['a negative time', [[], [[0, 0, 0, [-5, 1]]]]],
    ['a negative value', [[], [[0, 0, 0, [0, -1]]]]],
    ['a number that is none', [[], [[0, 0, 0, [0, 'x']]]]],
    ['a number beyond all', [[], [[0, 0, 0, [1e308, 1, 1e308, 1]]]]],
    ['a time that is none', [[], [[0, 0, 0, [null, 1, 'x', 1]]]]],
    ['2^31 replicas', [[9, 2 ** 31], [LOAD]]],
    ['a run of a year', [[2, 31_536_000], [LOAD]]],
    ['an unknown setting', [[99, 1], [LOAD]]],
    ['half a pair', [[2], [LOAD]]],
    ['a setting by name', [['__proto__', { a: 1 }], [LOAD]]],
    ['gates that pollute', [[1, JSON.parse('{"__proto__":{"polluted":true}}')], [LOAD]]],
    ['no loads', [[], []]],
    ['no list', {}],
    ['nothing', null],
    ['a manifest that is no text', [[], [LOAD], { length: 5 }]],
  ])('%s is refused', async (_title, header) => {
    const answer = await decodeScenario(await forged(header));
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^The link /) });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a bomb is not unpacked', async () => {
    const fragment = `1.${await deflate('x'.repeat(20_000_000))}`;
    expect(fragment.length).toBeLessThan(30_000);
    expect(await decodeScenario(fragment)).toEqual({
      ok: false,
      message: 'The link holds more than a scenario can hold.',
    });
  });

  test('a bomb of common pieces is not written out', async () => {
    const piece = toTokens('apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: ');
    expect(piece).toHaveLength(1);
    expect(fromTokens(piece.repeat(1_000_000), 1000)).toBeUndefined();
    const fragment = await forged([[], [LOAD]], piece.repeat(1_000_000));
    expect(await decodeScenario(fragment)).toMatchObject({ ok: false });
  });

  test.each([
    ['', 'damaged'],
    ['#', 'damaged'],
    ['1.', 'damaged'],
    ['1.????', 'damaged'],
    ['0.AAAA', 'damaged'],
    ['3.AAAA', 'newer version'],
    [`1.${'A'.repeat(2_000_000)}`, 'more than a scenario'],
  ])('%.10s', async (fragment, words) => {
    expect(await decodeScenario(fragment)).toMatchObject({
      ok: false,
      message: expect.stringContaining(words),
    });
  });
});

describe('the dictionary', () => {
  test('gives every common piece a character of its own', () => {
    for (const name of ['01-web-cpu.yaml', '06-gateway.yaml', '11-conservative.yaml']) {
      const text = example(name);
      expect(isPlain(text)).toBe(true);
      expect(toTokens(text).length).toBeLessThan(text.length / 3);
      expect(fromTokens(toTokens(text), text.length)).toBe(text);
      expect(fromTokens(toTokens(text), text.length - 1)).toBeUndefined();
    }
  });
});
