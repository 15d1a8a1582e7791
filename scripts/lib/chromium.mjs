import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, run } from './run.mjs';

const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const USUAL_PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(folder, path),
    );
  }),
};

/** @returns {Promise<string[]>} where Playwright keeps the one that it downloaded, if it did */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * Ubuntu has a `chromium` that only tells to install a snap: a file that is there is not yet a browser.
 *
 * @param {string} path
 */
function answers(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // chrome.exe --version opens a window there
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }),
    );
  } catch {
    return false;
  }
}

/**
 * A Chromium that this machine has: the one that CHROMIUM_PATH names, Playwright's own, one on the path, one in the
 * system's usual places.
 *
 * @returns {Promise<string | undefined>} path of the program
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return answers(named) ? named : undefined;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES_ON_PATH.map((name) => join(folder, name)));
  const places = [...(await playwrightsOwn()), ...onPath, ...(USUAL_PLACES[process.platform] ?? [])];
  return places.find(answers);
}

/** @returns {'debian' | 'ubuntu' | undefined} undefined: something else */
function aptSystem() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (/^ID="?ubuntu/m.test(release)) return 'ubuntu';
  return /^ID(_LIKE)?=.*debian/m.test(release) ? 'debian' : undefined;
}

/** @returns {Promise<readonly string[] | undefined>} what to put before a command so that it may install packages */
async function administrator() {
  if (process.getuid?.() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} prefix */
async function installFromApt(prefix) {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  const [command = 'env', ...args] = apt;
  await run(command, [...args, 'update']);
  await run(command, [...args, 'install', '-y', '--no-install-recommends', 'chromium']);
}

/** @param {boolean} withLibraries also the system libraries that it needs, which takes an administrator */
async function installFromPlaywright(withLibraries) {
  const args = ['exec', '--', 'playwright', 'install', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
  await npm(args, { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined } });
}

/**
 * Gets a Chromium the way this system can: from Debian's packages, else from Playwright.
 *
 * @returns {Promise<string | undefined>} path of the program; undefined: none could be got, and it was said what to do
 */
export async function getChromium() {
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, but no browser answers there.`);
    return undefined;
  }
  console.log('No Chromium on this machine: getting one for the browser tests …');
  const system = aptSystem();
  const prefix = system && (await administrator());
  // Ubuntu's chromium package is a snap, which containers cannot run.
  if (system === 'debian' && prefix) await installFromApt(prefix);
  const fromApt = await findChromium();
  if (fromApt !== undefined) return fromApt;
  await installFromPlaywright(prefix !== undefined);
  const found = await findChromium();
  if (found === undefined) {
    console.error(
      'The browser tests need a Chromium, and none could be installed here. Install Chromium or Google Chrome\n' +
        '(Debian: apt-get install chromium; macOS: brew install --cask chromium), or name one that is there:\n' +
        'CHROMIUM_PATH=… npm test',
    );
  }
  return found;
}
