import { basename, extname } from 'node:path';
import {
  checkLimits,
  type Problem,
  readManifest,
  recordedTraceText,
  recordRun,
  simulate,
  type TraceSummary,
} from '../core/index.ts';
import { parseArguments, type SimulateArguments, USAGE } from './arguments.ts';
import { readScenarioFile } from './scenarioFile.ts';
import { traceJson } from './traceJson.ts';

/** The command's way to the world, so that a test can be one. */
export interface CommandIo {
  read(path: string): string;
  write(path: string, text: string): void;
  print(line: string): void;
  complain(line: string): void;
}

export const EXIT = { done: 0, cannotRun: 1, wrongArguments: 2 } as const;

/** @returns the exit code */
export function simulateCommand(words: readonly string[], io: CommandIo): number {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'help':
      io.print(USAGE);
      return EXIT.done;
    case 'wrong':
      io.complain(`${parsed.message}\n\n${USAGE}`);
      return EXIT.wrongArguments;
    case 'run':
      return runFile(parsed.arguments, io);
  }
}

function runFile({ input, out, trace }: SimulateArguments, io: CommandIo): number {
  const text = attempt(io, () => io.read(input));
  if (text === undefined) return EXIT.wrongArguments;
  const read = readScenarioFile(input, text);
  if (!read.ok) return refuse(io, `${input}: ${read.message}`);
  const { scenario } = read;
  const { manifest, problems } = readManifest(scenario.manifest, scenario.kubernetes, scenario.featureGates);
  for (const problem of problems) io.complain(`${input}:${problemText(problem)}`);
  if (manifest === undefined) return refuse(io, `${input}: there is nothing in it that can be simulated`);
  const exceeded = checkLimits(scenario, manifest);
  if (exceeded !== undefined) return refuse(io, `${input}: ${exceeded.message}`);

  const simulation = simulate(scenario, manifest);
  const files = [[out, traceJson(simulation.trace)]];
  if (trace !== undefined) {
    const name = basename(input, extname(input));
    files.push([trace, recordedTraceText(recordRun(scenario, manifest, name))]);
  }
  for (const [path = '', content = ''] of files) {
    if (!attempt(io, () => write(io, path, content))) return EXIT.wrongArguments;
  }
  io.print(summaryText(simulation.trace.summary));
  return EXIT.done;
}

/** @returns undefined when a file could not be read or written, which has been said then */
function attempt<T>(io: CommandIo, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    io.complain(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function write(io: CommandIo, path: string, content: string): true {
  io.write(path, content);
  return true;
}

function refuse(io: CommandIo, message: string): number {
  io.complain(message);
  return EXIT.cannotRun;
}

function problemText({ range, severity, message, rule }: Problem): string {
  return `${range.startLine}:${range.startColumn}: ${severity}: ${message} (${rule})`;
}

function summaryText(summary: TraceSummary): string {
  const { syncs, scaleUps, scaleDowns, maxReplicas, podHours, requestsOffered, requestsServed } = summary;
  const dropped = requestsOffered - requestsServed;
  const share = requestsOffered > 0 ? (100 * dropped) / requestsOffered : 0;
  return [
    `${syncs} syncs, ${scaleUps} scale-ups, ${scaleDowns} scale-downs, at most ${maxReplicas} pods`,
    `${podHours.toFixed(2)} pod-hours, ${Math.round(requestsOffered)} requests, ${share.toFixed(2)} % dropped`,
  ].join('\n');
}
