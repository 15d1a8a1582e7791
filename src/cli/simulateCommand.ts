import { basename, extname } from 'node:path';
import { judge } from '../core/expectations/judge.ts';
import { printExpectation } from '../core/expectations/print.ts';
import {
  checkLimits,
  LIMITER_KINDS,
  type Minor,
  type Problem,
  readScenario,
  recordedTraceText,
  recordRun,
  type Scenario,
  type ScenarioResult,
  scenarioJson,
  scenarioYaml,
  simulate,
  type TraceSummary,
} from '../core/index.ts';
import { resultsJson } from '../exports/results.ts';
import { decodeScenario } from '../share/index.ts';
import { parseArguments, type SimulateArguments, USAGE } from './arguments.ts';
import { junitText } from './junit.ts';
import { randomScenario } from './random/scenario.ts';
import { fragmentOf, scenarioOf } from './scenarioFile.ts';

/** The command's way to the world, so that a test can be one. */
export interface CommandIo {
  read(path: string): string;
  write(path: string, text: string): void;
  print(line: string): void;
  complain(line: string): void;
}

export const EXIT = { done: 0, cannotRun: 1, wrongArguments: 2, notMet: 3 } as const;

/** @returns the exit code */
export async function simulateCommand(words: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'help':
      io.print(USAGE);
      return EXIT.done;
    case 'wrong':
      io.complain(`${parsed.message}\n\n${USAGE}`);
      return EXIT.wrongArguments;
    case 'run':
      return 'seed' in parsed.arguments
        ? run(randomInput(parsed.arguments), parsed.arguments, io)
        : runInput(parsed.arguments.input, parsed.arguments, io);
  }
}

/** What is wanted of a run. */
type Asked = Pick<SimulateArguments, 'outputs' | 'expectations'>;

/** A scenario with the name by which it is spoken of. */
interface Input {
  readonly name: string;
  readonly scenario: Scenario;
}

function randomInput({ seed, kubernetes }: { readonly seed: number; readonly kubernetes: Minor }): Input {
  return { name: `random-${kubernetes}-${seed}`, scenario: randomScenario(seed, kubernetes) };
}

/** @param word a file, or a link */
async function runInput(word: string, asked: Asked, io: CommandIo): Promise<number> {
  const fragment = fragmentOf(word);
  if (fragment !== undefined) return runRead('link', await decodeScenario(fragment), asked, io);
  const text = attempt(io, () => io.read(word));
  return text === undefined ? EXIT.wrongArguments : runRead(word, scenarioOf(text), asked, io);
}

function runRead(name: string, read: ScenarioResult, asked: Asked, io: CommandIo): number {
  if (!read.ok) return refuse(io, `${name}: ${read.message}`);
  return run({ name, scenario: read.scenario }, asked, io);
}

function run({ name, scenario }: Input, { outputs, expectations }: Asked, io: CommandIo): number {
  const { manifest, problems } = readScenario(scenario);
  for (const problem of problems) io.complain(`${name}:${problemText(problem)}`);
  if (manifest === undefined) return refuse(io, `${name}: there is nothing in it that can be simulated`);
  const exceeded = checkLimits(scenario, manifest);
  if (exceeded !== undefined) return refuse(io, `${name}: ${exceeded.message}`);

  const { trace } = simulate(scenario, manifest);
  const answers = expectations.map((expectation) => ({
    text: printExpectation(expectation),
    ...judge(expectation, trace),
  }));
  const files: [path: string | undefined, content: () => string][] = [
    [outputs.out, () => [...resultsJson(scenario, trace, LIMITER_KINDS)].join('')],
    [outputs.trace, () => recordedTraceText(recordRun(scenario, manifest, basename(name, extname(name))))],
    [
      outputs.scenario,
      () => (/\.ya?ml$/.test(outputs.scenario ?? '') ? scenarioYaml(scenario) : scenarioJson(scenario)),
    ],
    [outputs.junit, () => junitText(name, answers)],
  ];
  for (const [path, content] of files) {
    if (path === undefined) continue;
    if (!attempt(io, () => write(io, path, content()))) return EXIT.wrongArguments;
  }
  io.print(summaryText(trace.summary));
  for (const { isMet, sentence } of answers) io.print(`${isMet ? 'met    ' : 'NOT MET'} ${sentence}`);
  return answers.every(({ isMet }) => isMet) ? EXIT.done : EXIT.notMet;
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
  const { syncs, scaleUps, scaleDowns, maxReplicas, podHours, requestsOffered, requestsDropped } = summary;
  const share = requestsOffered > 0 ? (100 * requestsDropped) / requestsOffered : 0;
  return [
    `${syncs} syncs, ${scaleUps} scale-ups, ${scaleDowns} scale-downs, at most ${maxReplicas} pods`,
    `${podHours.toFixed(2)} pod-hours, ${Math.round(requestsOffered)} requests, ${share.toFixed(2)} % dropped`,
  ].join('\n');
}
