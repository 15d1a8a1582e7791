/** Everything that can leave the page as a file, in the order in which it is offered. */

export const EXPORT_IDS = [
  'scenarioYaml',
  'scenarioJson',
  'manifest',
  'load',
  'chartsPng',
  'chartsSvg',
  'resultsCsv',
  'resultsJson',
  'events',
  'summary',
] as const;
export type ExportId = (typeof EXPORT_IDS)[number];

/** As the palette calls them. */
export const EXPORT_TITLES: Readonly<Record<ExportId, string>> = {
  scenarioYaml: 'Save the scenario as YAML',
  scenarioJson: 'Save the scenario as JSON',
  manifest: 'Save the manifest',
  load: 'Save the load as CSV',
  chartsPng: 'Save the charts as PNG',
  chartsSvg: 'Save the charts as SVG',
  resultsCsv: 'Save the results as CSV',
  resultsJson: 'Save the results as JSON',
  events: 'Save the event log',
  summary: 'Save a summary in Markdown',
};

/** These need a run. */
export const OF_A_RUN: ReadonlySet<ExportId> = new Set([
  'chartsPng',
  'chartsSvg',
  'resultsCsv',
  'resultsJson',
  'events',
  'summary',
]);
