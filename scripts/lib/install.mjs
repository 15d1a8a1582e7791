import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, ROOT } from './run.mjs';

/**
 * @typedef {{version?: string, optional?: boolean, devOptional?: boolean}} LockedPackage
 * @typedef {{packages?: Record<string, LockedPackage>}} LockFile
 */

/**
 * Whether the packages that npm noted as installed are those that the lock file asks for. Optional packages are binaries
 * for other systems and may be absent.
 *
 * @param {LockFile} wanted    package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 * @returns {string | undefined} the first package that is missing or differs, undefined when all is there
 */
export function firstDifference(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    if (path === '') continue;
    const present = installed.packages?.[path];
    if (present === undefined && (entry.optional || entry.devOptional)) continue;
    if (present?.version !== entry.version) return path.replace(/^.*node_modules\//, '');
  }
  return undefined;
}

/** @returns {string | undefined} why the packages have to be installed */
function reasonToInstall() {
  const noted = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return 'nothing is installed yet';
  const different = firstDifference(
    JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')),
    JSON.parse(readFileSync(noted, 'utf8')),
  );
  return different && `${different} is not the version that package-lock.json names`;
}

/**
 * Installs the packages of package-lock.json where they are not there already.
 *
 * @returns {Promise<boolean>} false: it did not work, and npm has said why
 */
export async function installPackages() {
  const reason = reasonToInstall();
  if (reason === undefined) return true;
  console.log(`Installing packages (${reason}) …`);
  const { code } = await npm(['ci', '--no-audit', '--no-fund'], {
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: undefined },
  });
  if (code !== 0) {
    console.error('The packages could not be installed: npm ci failed, see above. Is the network reachable?');
  }
  return code === 0;
}
