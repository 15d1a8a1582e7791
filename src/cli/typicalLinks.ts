/** Ten scenarios as people share them, and how long their links are. */
import { readFileSync } from 'node:fs';
import {
  type LoadCurve,
  type LoadPoint,
  newScenario,
  type Scenario,
  type ScenarioOverrides,
} from '../core/index.ts';
import { encodeScenario } from '../share/index.ts';

export interface TypicalLink {
  readonly about: string;
  /** behind the `#`; the address of the page comes on top */
  readonly characters: number;
}

function example(file: string, overrides: ScenarioOverrides = {}): Scenario {
  return newScenario(readFileSync(`examples/${file}`, 'utf8'), overrides);
}

/** What somebody draws or imports: no two points alike, values of three digits. */
function wave(count: number, everySeconds: number, phase = 0): LoadPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    atSeconds: index * everySeconds,
    value: Math.round(200 + 150 * Math.sin(index / 7 + phase) + 40 * Math.sin(index * 2.3 + phase)),
  }));
}

function withPoints(scenario: Scenario, points: readonly LoadPoint[]): Scenario {
  return { ...scenario, loads: scenario.loads.map((curve) => ({ ...curve, points })) };
}

function curve(id: string, phase: number): LoadCurve {
  return { id, unit: 'messages', interpolation: 'linear', points: wave(30, 120, phase) };
}

const events: Scenario['events'] = [
  { id: 'a', atSeconds: 600, kind: 'killPods', count: 3 },
  { id: 'b', atSeconds: 1200, kind: 'metricsOutage', api: 'resource', seconds: 180 },
  { id: 'c', atSeconds: 1800, kind: 'rollout' },
];

function scenarios(): readonly (readonly [about: string, scenario: Scenario])[] {
  const web = example('01-web-cpu.yaml');
  const gateway = example('06-gateway.yaml');
  return [
    ['what the page opens with: Deployment, HPA on CPU, a drawn load', web],
    [
      'the same on another minor, with another sync period',
      { ...web, kubernetes: '1.33', controller: { ...web.controller, syncPeriodSeconds: 30 } },
    ],
    ['the same with three events', { ...web, events }],
    ['the same with a load of 30 points', withPoints(web, wave(30, 120))],
    [
      'the same with an imported load of 120 points over a day',
      withPoints({ ...web, durationSeconds: 86_400 }, wave(120, 720)),
    ],
    ['an HPA that is fast up and slow down, with its Deployment', example('03-fast-up-slow-down.yaml')],
    ['every field of behavior spelled out, with its Deployment', gateway],
    [
      'an HPA with its Deployment and three curves of 30 points',
      {
        ...withPoints(gateway, wave(30, 120)),
        loads: [{ ...curve('requests', 0), unit: 'requests/s' }, curve('queue', 1), curve('lag', 2)],
      },
    ],
    ['the longest example with an imported load of 120 points', withPoints(longestExample(), wave(120, 30))],
    ['a load of 1,000 points', withPoints(web, wave(1000, 3))],
  ];
}

function longestExample(): Scenario {
  const index = JSON.parse(readFileSync('examples/index.json', 'utf8')) as readonly {
    readonly file: string;
  }[];
  const all = index.map(({ file }) => example(file));
  return all.reduce((long, one) => (one.manifest.length > long.manifest.length ? one : long));
}

export async function typicalLinks(): Promise<readonly TypicalLink[]> {
  return Promise.all(
    scenarios().map(async ([about, scenario]) => ({
      about,
      characters: (await encodeScenario(scenario)).length,
    })),
  );
}

/** @returns the table's rows in Markdown */
export function linkTable(links: readonly TypicalLink[]): string {
  const rows = links.map(({ about, characters }) => `| ${about} | ${characters.toLocaleString('en')} |\n`);
  return `| Scenario | Characters |\n| --- | --: |\n${rows.join('')}`;
}
