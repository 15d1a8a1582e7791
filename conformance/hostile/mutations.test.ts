/** Ten thousand links and files, each a good one that somebody has damaged or bent. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newScenario, scenarioJson, scenarioYaml } from '../../src/core/index.ts';
import { encodeScenario } from '../../src/share/index.ts';
import { DOORS, faultOf, PATIENCE_MS, type Passage } from './doors.ts';
import { forgedLink } from './links.ts';

const LINKS = 5_000;
const FILES = 5_000;

const scenarios = ['01-web-cpu.yaml', '04-select-policy.yaml', '06-gateway.yaml'].map((file) =>
  newScenario(readFileSync(`examples/${file}`, 'utf8')),
);

/** What people, programs and strangers put in the place of something else. */
const nasty = fc.constantFrom(
  '2147483648',
  '-1',
  '1e999',
  'NaN',
  'null',
  '""',
  '[]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '"__proto__"',
  'constructor',
  '&a',
  '*a',
  '<<: *a',
  '!!js/function ',
  '<script>document.title=1</script>',
  '\u0000',
  '\ud800',
  '\u202e',
  '---\n',
  '\t',
  '"',
  '\u0024{x}',
  '{{ .Values.x }}',
);

const edit = fc.record({
  /** where, as a share of the text */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 30 }),
  put: fc.oneof(fc.constant(''), fc.string({ maxLength: 6 }), nasty),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

type Edits = readonly { readonly at: number; readonly cut: number; readonly put: string }[];

function mutated(text: string, changes: Edits): string {
  return changes.reduce((left, { at, cut, put }) => {
    const from = Math.floor(at * left.length);
    return left.slice(0, from) + put + left.slice(from + cut);
  }, text);
}

/** The numbers of a JSON or YAML text are where most damage can be done. */
function withOtherNumber(text: string, changes: Edits): string {
  return changes.reduce((left, { at, put }) => {
    const numbers = [...left.matchAll(/-?\d+(?:\.\d+)?/g)];
    const match = numbers[Math.floor(at * (numbers.length - 1))];
    if (match === undefined) return left;
    return left.slice(0, match.index) + put + left.slice(match.index + match[0].length);
  }, text);
}

/** A value or a reason, and soon. */
async function expectWelcome(through: (text: string) => Promise<Passage>, text: string): Promise<void> {
  const started = performance.now();
  expect(faultOf(await through(text))).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
}

const bent = fc.constantFrom(mutated, withOtherNumber);

test(`${LINKS} links: the fragment, and what is deflated in it`, { timeout: 300_000 }, async () => {
  const fragments = await Promise.all(scenarios.map(encodeScenario));
  const contents = [
    '[[],[[0,0,0,[0,5,60,9]]]]\nkind: x',
    '[[2,7200,9,4,4,30],[["a","b","step",[0,5,1,2]]],"m"]\n',
  ];
  const fragment = fc
    .tuple(fc.constantFrom(...fragments), edits)
    .map(([text, changes]) => mutated(text, changes));
  const content = fc
    .tuple(fc.constantFrom(...contents), edits, bent)
    .map(([text, changes, change]) => forgedLink(change(text, changes)));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fragment, content), async (text) => {
      await expectWelcome(DOORS.link, text);
    }),
    { numRuns: LINKS },
  );
});

test(`${FILES} files: scenarios, manifests, loads`, { timeout: 300_000 }, async () => {
  const [first] = scenarios;
  if (first === undefined) throw new Error('there is no scenario');
  const loads = [
    'time,value\n0,5\n60,9\n120,1\n',
    '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[0,"1"],[15,"2"]]}]}}',
  ];
  const sources = [
    ...scenarios.flatMap((scenario) => [scenarioJson(scenario), scenarioYaml(scenario)]),
    first.manifest,
    ...loads,
  ];
  const file = fc
    .tuple(fc.constantFrom(...sources), edits, bent)
    .map(([text, changes, change]) => change(text, changes));
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      await expectWelcome(DOORS.file, text);
    }),
    { numRuns: FILES },
  );
});
