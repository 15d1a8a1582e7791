/** What no file of the project may hold, whatever its language. */

/** One message a finding, with its line. */
export type Rule = (file: string, text: string) => string[];

function eachLine(file: string, text: string, ask: (line: string) => string | undefined): string[] {
  return text.split('\n').flatMap((line, index) => {
    const message = ask(line);
    return message === undefined ? [] : [`${file}:${index + 1} ${message}`];
  });
}

// Put together, so that this file does not find itself.
const MACHINE_FOLDERS = ['work', 'root', 'farm', 'tmp', 'home/[a-z]+', 'Users/[A-Za-z]+'];
const MACHINE_PATH = new RegExp(`(^|[^A-Za-z0-9_.$}*/-])/(${MACHINE_FOLDERS.join('|')})/`);

/** An absolute path of somebody's machine means nothing on another. */
export const noMachinePaths: Rule = (file, text) =>
  eachLine(file, text, (line) => {
    const match = MACHINE_PATH.exec(line);
    return match ? `holds the machine path ${match[0].trim()}` : undefined;
  });

const SKIPPED = /\b(it|test|describe)\.(skip|only|todo|fixme|fails)\b|\bx(it|describe)\(/;

/** A test that does not run proves nothing, and one that runs alone hides the others. */
export const noSkippedTests: Rule = (file, text) => {
  if (!/\.(test|spec)\.tsx?$/.test(file)) return [];
  return eachLine(file, text, (line) => SKIPPED.exec(line)?.[0].concat(': every test runs'));
};

const UNNAMED_TODO = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b(?!\\(#\\d+\\))`,
);

/** What is left to do is an issue, and the note in the code names it. */
export const todosNameAnIssue: Rule = (file, text) => {
  if (!/\.(tsx?|mjs|go|sh|css|html)$/.test(file)) return [];
  return eachLine(file, text, (line) =>
    UNNAMED_TODO.test(line)
      ? 'a note of work to do that names no issue: write its number behind it, (#12)'
      : undefined,
  );
};

/** The lock file opens with any registry, so it may name none. */
export const lockNamesNoHost: Rule = (file, text) => {
  if (file !== 'package-lock.json') return [];
  return eachLine(file, text, (line) =>
    /"resolved":/.test(line) ? `names a download address: ${line.trim()}` : undefined,
  );
};

export const RULES: readonly Rule[] = [noMachinePaths, noSkippedTests, todosNameAnIssue, lockNamesNoHost];
