import { CHECK_USAGE, type CheckArguments, parseCheckArguments } from './checkArguments.ts';
import { type Check, checkText, unreadable } from './checkFile.ts';
import type { CommandIo } from './simulateCommand.ts';

export const CHECK_EXIT = { allRun: 0, someDoNot: 1, wrongArguments: 2 } as const;

/** What the command needs of the world. */
export type CheckIo = Pick<CommandIo, 'read' | 'print' | 'complain'>;

/** @returns the exit code */
export function checkCommand(words: readonly string[], io: CheckIo): number {
  const parsed = parseCheckArguments(words);
  switch (parsed.kind) {
    case 'help':
      io.print(CHECK_USAGE);
      return CHECK_EXIT.allRun;
    case 'wrong':
      io.complain(`${parsed.message}\n\n${CHECK_USAGE}`);
      return CHECK_EXIT.wrongArguments;
    case 'run':
      return checkFiles(parsed.arguments, io);
  }
}

function checkFiles({ files, json, minor, featureGates }: CheckArguments, io: CheckIo): number {
  const checks = files.map((file): Check => {
    try {
      return checkText(file, io.read(file), minor, featureGates);
    } catch (error) {
      return unreadable(file, error instanceof Error ? error.message : String(error));
    }
  });
  if (json)
    io.print(
      JSON.stringify(
        checks.map(({ checked }) => checked),
        null,
        2,
      ),
    );
  else for (const check of checks) io.print(reportOf(check));
  const doRun = checks.every(({ checked: { outcome } }) => outcome === 'accept' || outcome === 'convert');
  return doRun ? CHECK_EXIT.allRun : CHECK_EXIT.someDoNot;
}

function reportOf({ checked: { file, outcome }, remarks }: Check): string {
  const lines = remarks.map(
    ({ line, column, severity, message, rule }) =>
      `${file}:${line}:${column}: ${severity}: ${message} (${rule})`,
  );
  return [`${file}: ${outcome}`, ...lines].join('\n');
}
