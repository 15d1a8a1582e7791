/** A run for an incident report or a pull request: link, picture, outcomes, what changed when, events, manifest. */

import { outcomesOf } from '../compare/outcomes.ts';
import { eventLog, LIMITER_KINDS, type Scenario, type Trace } from '../core/index.ts';
import { codeBlock, codeSpan, plain, table } from './markdown.ts';

export interface SummaryInput {
  readonly scenario: Scenario;
  readonly trace: Trace;
  /** address of the scenario */
  readonly link: string;
  /** name of the picture's file, beside the text; undefined without one */
  readonly picture?: string;
}

/** More than anybody reads in a report; the rest is counted. */
const MOST_CHANGES = 20;
const MOST_EVENTS = 60;

export function markdownSummary({ scenario, trace, link, picture }: SummaryInput): string {
  const { name } = trace.hpa.metadata;
  return [
    `## HPA ${codeSpan(name)}, simulated\n`,
    `${facts(scenario, trace).join(' · ')}\n\n[Open this run in HPA Playground](<${encodeURI(decodeSafely(link))}>)\n`,
    ...(picture === undefined
      ? []
      : [`![Load, replicas, what decided, metrics](${encodeURIComponent(picture)})\n`]),
    `### Outcome\n\n${outcomeTable(trace)}`,
    `### Changes\n\n${changes(trace)}`,
    `### Events\n\n${events(trace)}`,
    `<details>\n<summary>Manifest</summary>\n\n${codeBlock(scenario.manifest, 'yaml')}\n</details>\n`,
  ].join('\n');
}

/** What is encoded already is not encoded twice. */
function decodeSafely(link: string): string {
  return link.replace(/[<>\s\\]/g, encodeURIComponent).replaceAll('%25', '%');
}

function facts(scenario: Scenario, { durationSeconds, summary }: Trace): string[] {
  return [
    `Kubernetes ${scenario.kubernetes}`,
    `${clock(durationSeconds)} h:min:s`,
    `${summary.syncs} syncs every ${scenario.controller.syncPeriodSeconds} s`,
    `seed ${scenario.seed}`,
  ];
}

function outcomeTable(trace: Trace): string {
  // A price is what somebody compares with: there is none of a run alone.
  const rows = outcomesOf(trace, trace, 0).filter(({ id }) => id !== 'cost');
  return table(
    ['', 'This run'],
    rows.map(({ label, a }) => [plain(label), plain(a)]),
  );
}

/** Where the replicas were written, with what decided it. */
function changes({ syncs }: Trace): string {
  const rows: string[][] = [];
  let count = 0;
  for (let sync = 0; sync < syncs.atSeconds.length; sync++) {
    if (syncs.rescaled[sync] !== 1) continue;
    count += 1;
    if (count > MOST_CHANGES) continue;
    const at = clock(syncs.atSeconds[sync] ?? 0);
    const from = syncs.currentReplicas[sync];
    const decidedBy = LIMITER_KINDS[syncs.limiter[sync] ?? 0] ?? 'none';
    rows.push([at, codeSpan(decidedBy), `${from} → ${syncs.desiredReplicas[sync]}`]);
  }
  if (count === 0) return 'The controller changed nothing.\n';
  const rest = count > MOST_CHANGES ? `\n${count - MOST_CHANGES} more.\n` : '';
  return table(['Time', 'Decided by', 'Replicas'], rows) + rest;
}

function events(trace: Trace): string {
  if (trace.events.length === 0) return 'The controller emitted none.\n';
  const earlier = trace.events.length - MOST_EVENTS;
  const shown = earlier > 0 ? { ...trace, events: trace.events.slice(-MOST_EVENTS) } : trace;
  const note = earlier > 0 ? `The last ${MOST_EVENTS} of ${trace.events.length}.\n\n` : '';
  return note + codeBlock(eventLog(shown), 'text');
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
