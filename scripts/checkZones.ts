/** `npm run test:zones`: the walls between the rooms, see `zones/table.ts`. */
import { projectFiles, readProjectFile, report } from './lib/tracked.ts';
import { checkImports, type Finding } from './zones/imports.ts';
import { checkMinors, checkPurity } from './zones/purity.ts';
import { PURE, RELEASES, ZONES } from './zones/table.ts';

function checkFile(file: string): Finding[] {
  const text = readProjectFile(file);
  const findings = checkImports(file, text, ZONES);
  const isTest = /\.test\.tsx?$/.test(file);
  if (file.startsWith(`${PURE}/`) && !isTest) findings.push(...checkPurity(file, text));
  if (file.startsWith('src/') && !file.startsWith(`${RELEASES}/`) && !isTest) {
    findings.push(...checkMinors(file, text));
  }
  return findings;
}

const files = projectFiles('*.ts', '*.tsx', '*.mjs').filter(
  (file) => file.includes('/') && !file.endsWith('.d.ts'),
);
report(
  'Zones',
  files.length,
  files.flatMap(checkFile).map(({ file, line, message }) => `${file}:${line} ${message}`),
);
