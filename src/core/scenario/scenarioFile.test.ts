import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIO_DEFAULTS } from './defaults.ts';
import { newScenario } from './newScenario.ts';
import { readScenarioFile, SCENARIO_KIND, scenarioJson, scenarioYaml } from './scenarioFile.ts';
import { anyScenario } from './testing/anyScenario.ts';
import type { Scenario } from './types.ts';

const GATEWAY = readFileSync('examples/06-gateway.yaml', 'utf8');

function withManifest(manifest: string): Scenario {
  return { ...SCENARIO_DEFAULTS, manifest };
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\t', '#', ':', '-', '|', '"', '\r', '\u0085', '\u2028'),
    maxLength: 30,
  }),
  fc.constantFrom(
    'no',
    '0123',
    '1:30',
    '~',
    '=',
    '<<',
    '.inf',
    '---\n',
    'a\n\n\n',
    '\ufeffa\n',
    '\ud83d',
    '{}',
    '- a\n',
  ),
);

describe('[SC6] a file', () => {
  test.each([
    ['JSON', scenarioJson],
    ['YAML', scenarioYaml],
  ])('holds any scenario as %s', (_form, write) => {
    fc.assert(
      fc.property(anyScenario(GATEWAY), (scenario) => {
        expect(readScenarioFile(write(scenario))).toEqual({ ok: true, scenario });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['JSON', scenarioJson],
    ['YAML', scenarioYaml],
  ])('holds any manifest and any name to the letter as %s', (_form, write) => {
    fc.assert(
      fc.property(awkward, awkward, (manifest, unit) => {
        const [load] = SCENARIO_DEFAULTS.loads;
        const loads = load === undefined || unit === '' ? SCENARIO_DEFAULTS.loads : [{ ...load, unit }];
        const scenario = { ...withManifest(manifest), loads };
        expect(readScenarioFile(write(scenario))).toEqual({ ok: true, scenario });
      }),
      { numRuns: 500 },
    );
  });

  test('can be read by people as YAML: the manifest as it was written, a point a line', () => {
    const text = scenarioYaml(newScenario(GATEWAY));
    expect(text).toContain(`kind: "${SCENARIO_KIND}"\nversion: 2\nkubernetes: "1.37"\nmanifest: |\n`);
    expect(text).toContain('\n    minReplicas: ');
    expect(text).toMatch(/\n {6}- \{ atSeconds: 0, value: \d+ \}\n/);
    expect(text.split('\n').filter((line) => line.length > 160)).toEqual([]);
  });

  test('is the same text for the same scenario, whatever the order of its fields', () => {
    const scenario = newScenario(GATEWAY);
    const turned = Object.fromEntries(Object.entries(scenario).reverse()) as unknown as Scenario;
    expect(scenarioJson(turned)).toBe(scenarioJson(scenario));
    expect(scenarioYaml(turned)).toBe(scenarioYaml(scenario));
  });

  test('of the terminal’s first form, without a kind, opens too', () => {
    const scenario = newScenario(GATEWAY);
    expect(readScenarioFile(JSON.stringify(scenario))).toEqual({ ok: true, scenario });
  });

  test.each([
    ['a manifest', GATEWAY],
    ['a manifest in JSON', '{"kind":"HorizontalPodAutoscaler","spec":{}}'],
    ['broken JSON of something else', '{"status":'],
    ['a list', '[1,2]'],
    ['nothing', ''],
    ['a text that only speaks of it', `# kind: ${SCENARIO_KIND}\na: b\n`],
  ])('%s is not a scenario', (_title, text) => {
    expect(readScenarioFile(text)).toBeUndefined();
  });

  test.each([
    ['cut off', scenarioJson(newScenario(GATEWAY)).slice(0, -100), 'This is not JSON'],
    ['cut off YAML', `kind: ${SCENARIO_KIND}\nmanifest: "abc`, 'This is not YAML: yaml: '],
    ['of a version to come', JSON.stringify({ kind: SCENARIO_KIND, version: 99 }), 'version must be 1 or 2'],
    [
      'with a field too many',
      JSON.stringify({ ...newScenario(GATEWAY), script: 'x' }),
      'script is not a field',
    ],
    ['too long', `kind: ${SCENARIO_KIND}\n#${'x'.repeat(16_000_000)}`, 'at most 16 million characters'],
  ])('%s says what is wrong', (_title, text, words) => {
    expect(readScenarioFile(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });

  test('with aliases that grow without end is refused in no time', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? 'x, x, x, x, x, x, x, x, x'
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(', ');
      return `a${level}: &a${level} [${items}]`;
    });
    const answer = readScenarioFile(`kind: ${SCENARIO_KIND}\n${levels.join('\n')}\n`);
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('excessive aliasing') });
  });

  test('with keys that pollute changes nothing', () => {
    const text = scenarioJson(newScenario(GATEWAY)).replace('{', '{"__proto__":{"polluted":true},');
    expect(readScenarioFile(text)).toMatchObject({ ok: false });
    expect(readScenarioFile(`kind: ${SCENARIO_KIND}\n__proto__: {polluted: true}\n`)).toMatchObject({
      ok: false,
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
