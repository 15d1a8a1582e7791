import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** The files of the project, tracked or about to be, with forward slashes; needs the clone to be a git repository. */
export function projectFiles(...patterns: string[]): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  // A file that was deleted but not committed yet is still listed.
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Prints what was found; the exit code says whether there was anything. */
export function report(title: string, checked: number, findings: readonly string[]): void {
  for (const finding of findings) console.error(finding);
  console.log(`${title}: ${checked} files, ${findings.length} findings`);
  if (findings.length > 0 || checked === 0) process.exitCode = 1;
}
