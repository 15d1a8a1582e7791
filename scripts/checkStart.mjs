#!/usr/bin/env node
// Part of .ci/run: starts the playground as a visitor does, and asks it for the page and for what the page loads.
import { spawn } from 'node:child_process';
import { freePort } from './lib/freePort.mjs';
import { ROOT } from './lib/run.mjs';

const LONGEST_START_MS = 10 * 60 * 1000;

/**
 * Runs `npm start` until it prints its address.
 *
 * @param {number} port
 * @returns {Promise<{address: string, stop: () => Promise<number>}>}
 */
function startPlayground(port) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => child.kill(), LONGEST_START_MS);
    const ended = new Promise((done) => child.on('exit', (code, signal) => done(signal ? 128 : (code ?? 1))));
    ended.then(() => fail(new Error('npm start ended before it printed an address')));
    let printed = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      printed += chunk;
      const address = /http:\/\/\S+\//.exec(printed)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      settle({
        address,
        stop: () => {
          child.kill('SIGINT');
          return ended;
        },
      });
    });
  });
}

/** @param {string} url */
async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/**
 * @param {string} address
 * @returns {Promise<number>} how many scripts and styles the page names, all of which are there
 */
async function checkPage(address) {
  const html = await get(address);
  if (!html.includes('id="root"')) throw new Error('the answer is not the page of the playground');
  const loaded = [...html.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map((match) => match[1] ?? '');
  if (!loaded.some((path) => path.endsWith('.js'))) throw new Error('the page names no script');
  for (const path of loaded) await get(new URL(path, address).href);
  return loaded.length;
}

const { address, stop } = await startPlayground(await freePort());
/** @type {number | undefined} */
let files;
/** @type {number | undefined} */
let code;
try {
  files = await checkPage(address);
} finally {
  code = await stop();
}
if (code !== 0) throw new Error(`Ctrl+C ended it with exit code ${code}`);
console.log(`npm start served the page and the ${files} files that it names, and ended cleanly.`);
