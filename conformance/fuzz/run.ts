/** `npm run fuzz:manifest -- [COUNT] [FIRST_SEED]` */
import { fuzz } from './fuzz.ts';

const [count = '100000', firstSeed = '1'] = process.argv.slice(2);
const startedAt = performance.now();
const result = fuzz(Number(firstSeed), Number(count), (done) => console.error(`${done} …`));
const { cases, failures, slowestMs, outcomes, fixes } = result;
for (const { seed, what, text } of failures.slice(0, 5)) {
  console.log(`seed ${seed}: ${what}\n${JSON.stringify(text)}\n`);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(JSON.stringify(outcomes));
console.log(
  `fuzz manifest: ${cases} cases, ${fixes} fixes made, ${failures.length} failures, slowest ${Math.round(slowestMs)} ms, ${seconds} s`,
);
process.exitCode = failures.length === 0 && cases > 0 ? 0 : 1;
