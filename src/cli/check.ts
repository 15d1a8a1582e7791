/** `npm run check`: what the API server would say of manifests, and a reviewer, at a terminal. */
import { readFileSync } from 'node:fs';
import { checkCommand } from './checkCommand.ts';

const STANDARD_INPUT = 0;

process.exitCode = checkCommand(process.argv.slice(2), {
  read: (path) => readFileSync(path === '-' ? STANDARD_INPUT : path, 'utf8'),
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
