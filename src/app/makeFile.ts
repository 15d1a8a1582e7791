/** Makes the files of `exportList.ts`. Fetched with the first of them. */
import {
  eventLog,
  LIMITER_KINDS,
  type LoadCurve,
  type Scenario,
  scenarioJson,
  scenarioYaml,
  type Trace,
} from '../core/index.ts';
import { fileName } from '../exports/fileNames.ts';
import { loadCsv } from '../exports/load.ts';
import { resultsCsv, resultsJson } from '../exports/results.ts';
import { markdownSummary } from '../exports/summary.ts';
import { composePicture, type Picture } from '../pictures/compose.ts';
import { pngOf } from '../pictures/png.ts';
import { manifestName } from '../store/manifestName.ts';
import type { ExportId } from './exportList.ts';
import { blobOf, type MadeFile } from './saveFile.ts';

export interface Source {
  readonly scenario: Scenario;
  readonly trace: Trace | undefined;
  /** address of the scenario */
  readonly link: string;
  /** colours of pictures; undefined: as on the page */
  readonly theme?: string | undefined;
  /** of several curves the one that is meant */
  readonly curve?: LoadCurve;
}

const TYPES = {
  yaml: 'application/yaml',
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  svg: 'image/svg+xml',
} as const;

type Extension = keyof typeof TYPES;

/** Throws with a sentence that can be shown. */
export async function makeFile(id: ExportId, source: Source): Promise<MadeFile> {
  const { scenario } = source;
  const named = (what: string, extension: string): string => fileName(subjectOf(scenario), what, extension);
  const text = async (what: string, extension: Extension, pieces: Iterable<string>): Promise<MadeFile> => ({
    name: named(what, extension),
    blob: await blobOf(pieces, TYPES[extension]),
  });
  switch (id) {
    case 'scenarioYaml':
      return text('scenario', 'yaml', [scenarioYaml(scenario)]);
    case 'scenarioJson':
      return text('scenario', 'json', [scenarioJson(scenario)]);
    case 'manifest':
      return text('manifest', 'yaml', [scenario.manifest]);
    case 'load':
      return loadFile(source, text);
    case 'resultsCsv':
      return text('results', 'csv', resultsCsv(runOf(source)));
    case 'resultsJson':
      return text('results', 'json', resultsJson(scenario, runOf(source), LIMITER_KINDS));
    case 'events':
      return text('events', 'txt', [eventLog(runOf(source))]);
    case 'summary':
      return text('summary', 'md', [summaryText(source, named('charts', 'png'))]);
    case 'chartsSvg':
      return text('charts', 'svg', [picture(source).svg]);
    case 'chartsPng':
      return { name: named('charts', 'png'), blob: await pngOf(picture(source)) };
  }
}

function subjectOf({ manifest }: Scenario): string | undefined {
  return manifestName(manifest);
}

function runOf({ trace }: Source): Trace {
  if (trace === undefined) throw new Error('There is no run yet. It needs a manifest that can be run.');
  return trace;
}

function loadFile(
  { scenario, curve = scenario.loads[0] }: Source,
  text: (what: string, extension: Extension, pieces: Iterable<string>) => Promise<MadeFile>,
): Promise<MadeFile> {
  if (curve === undefined) throw new Error('There is no load curve.');
  return text(`load-${curve.id.replace(/[^A-Za-z0-9]+/g, '-')}`, 'csv', [loadCsv(curve)]);
}

/** @param picture name of the charts' file beside it; undefined without one */
export function summaryText({ scenario, link, ...source }: Source, picture?: string): string {
  const trace = runOf({ scenario, link, ...source });
  return markdownSummary({ scenario, trace, link, ...(picture === undefined ? {} : { picture }) });
}

/** The charts as they are on the page: what is hidden or out of sight in time is not in the picture either. */
function picture({ scenario, trace, link, theme }: Source): Picture {
  const charts = document.querySelector('[data-picture="charts"]');
  if (charts === null || trace === undefined) {
    throw new Error('There are no charts to be seen at the moment. Show them, and try again.');
  }
  const title = `HPA ${manifestName(scenario.manifest) ?? ''}`.trim();
  const { minReplicas, maxReplicas } = trace.hpa.spec;
  const subtitle = `${minReplicas} to ${maxReplicas} replicas · Kubernetes ${scenario.kubernetes} · simulated by HPA Playground`;
  return composePicture(charts, { title, subtitle, link }, theme);
}
