import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npm, ROOT } from './run.mjs';

/** Everything that the built page is made from. */
const INPUTS = [
  'src',
  'public',
  'examples',
  'lessons',
  'index.html',
  'vite.config.ts',
  'scripts/build',
  'tsconfig.json',
  'tsconfig.base.json',
  'package-lock.json',
];
const STAMP = join(ROOT, '.cache/build.sha256');

/**
 * @param {string} path
 * @returns {string[]} the files at or below it, in a stable order
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * A digest of names and contents: modification times would be wrong after a checkout.
 *
 * @param {string} root
 * @param {readonly string[]} inputs paths below root
 * @returns {string} hexadecimal
 */
export function digestOf(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesBelow(join(root, input)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(file);
    hash.update(`${relative(root, file).replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Builds the page into dist/ unless what lies there was built from the same sources.
 *
 * @returns {Promise<boolean>} false: the build failed, and has said why
 */
export async function buildPage() {
  const digest = digestOf(ROOT, INPUTS);
  const built = existsSync(join(ROOT, 'dist/index.html')) && existsSync(STAMP);
  if (built && readFileSync(STAMP, 'utf8') === digest) return true;
  console.log('Building the page …');
  const { code } = await npm(['run', '--silent', 'build']);
  if (code !== 0) return false;
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, digest);
  return true;
}
