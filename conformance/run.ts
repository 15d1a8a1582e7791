/** `npm run conformance -- [DIR...]`: compares the core with recorded answers of the real Kubernetes code. */
import { fileURLToPath } from 'node:url';
import { describeReport, exitCode, runConformance } from './conformance.ts';

const OWN_VECTORS = fileURLToPath(new URL('./vectors', import.meta.url));

const dirs = process.argv.slice(2);
const report = runConformance(dirs.length === 0 ? [OWN_VECTORS] : dirs);
for (const line of describeReport(report)) console.log(line);
const code = exitCode(report);
if (code === 2) console.log(`nothing to check in ${dirs.join(' ') || OWN_VECTORS}`);
process.exitCode = code;
