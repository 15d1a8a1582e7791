/** `npm run simulate`: the same core as the page's, at a terminal. */
import { readFileSync, writeFileSync } from 'node:fs';
import { simulateCommand } from './simulateCommand.ts';

process.exitCode = await simulateCommand(process.argv.slice(2), {
  read: (path) => readFileSync(path, 'utf8'),
  write: (path, text) => writeFileSync(path, text),
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
