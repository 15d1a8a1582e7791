/** A good scenario with one value put wrong, at every place in turn. */
import type { Scenario } from '../../src/core/index.ts';
import type { Hostile } from './links.ts';

const SCRIPT = '<img src=x onerror="document.title=\'owned\'">';

type Path = readonly (string | number)[];

/** Texts of JSON, because some of what strangers write is no value of JavaScript: numbers that repeat, keys like `__proto__`. */
const WRONG: readonly (readonly [what: string, json: string])[] = [
  ['a script', JSON.stringify(SCRIPT)],
  ['2^31', '2147483648'],
  ['2^53', '9007199254740993'],
  ['infinity', '1e999'],
  ['minus infinity', '-1e999'],
  ['minus zero', '-0'],
  ['a tiny number', '5e-324'],
  ['nothing', 'null'],
  ['a list', '[]'],
  ['an object', '{}'],
  ['a prototype', '{"__proto__":{"polluted":true}}'],
  ['a constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['a long text', JSON.stringify('x'.repeat(700_000))],
];

/** The JSON of the scenario with each wrong value at each place. */
export function* hostileScenarios(scenario: Scenario): Generator<Hostile> {
  for (const path of pathsOf(scenario)) {
    for (const [what, json] of WRONG) {
      yield { what: `${what} at ${path.join('.')}`, text: withJson(scenario, path, json) };
    }
  }
  yield { what: 'points back in time', text: withJson(scenario, ['loads', 0, 'points'], backInTime()) };
  yield {
    what: 'an event before the start',
    text: withJson(scenario, ['events'], '[{"kind":"scale","id":"a","atSeconds":-1,"replicas":3}]'),
  };
  yield { what: 'a field that nobody knows', text: JSON.stringify({ ...scenario, onload: SCRIPT }) };
  yield {
    what: 'a field named __proto__',
    text: `{"__proto__":{"polluted":true},${JSON.stringify(scenario).slice(1)}`,
  };
}

function backInTime(): string {
  return JSON.stringify([60, 30, 0].map((atSeconds) => ({ atSeconds, value: 1 })));
}

/** Of every value: the leaves, and what holds them. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.slice(0, 2).map((item, index) => [index, item])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, held]) => pathsOf(held, [...path, key]))];
}

const HOLE = '@@hole@@';

function withJson(scenario: Scenario, path: Path, json: string): string {
  return JSON.stringify(withHole(scenario, path)).replace(`"${HOLE}"`, () => json);
}

function withHole(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return HOLE;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withHole(item, rest) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withHole(record[key], rest) };
}
