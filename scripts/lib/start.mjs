import { buildPage } from './buildPage.mjs';
import { installPackages } from './install.mjs';
import { ROOT } from './run.mjs';

const DEFAULT_PORT = 4173;
const DEFAULT_HOST = '127.0.0.1';

/**
 * @param {string | undefined} text the PORT variable
 * @returns {number | undefined} undefined: not a port
 */
export function parsePort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
}

/**
 * Serves the built page, the one that is measured and published, with Vite's preview server. A busy port makes it take
 * the next free one. It listens on this machine alone unless HOST says otherwise.
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<import('vite').PreviewServer>}
 */
async function serve(port, host) {
  const { preview } = await import('vite');
  return preview({
    root: ROOT,
    logLevel: 'warn',
    // Whoever opens it to others by HOST also decides by which names they may call it.
    preview: {
      port,
      host,
      strictPort: false,
      open: false,
      ...(host !== DEFAULT_HOST && { allowedHosts: true }),
    },
  });
}

/**
 * @param {import('vite').PreviewServer} server
 * @param {string} host
 */
function addressOf(server, host) {
  const address = server.httpServer.address();
  const port = typeof address === 'object' && address ? address.port : undefined;
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}/`;
}

/** @returns {Promise<void>} settles when somebody asks the process to end */
function untilStopped() {
  return new Promise((settle) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.once(signal, () => settle());
  });
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} exit code
 */
export async function start(env) {
  const port = parsePort(env.PORT);
  if (port === undefined) {
    console.error(`PORT is "${env.PORT}"; it has to be a number from 1 to 65535.`);
    return 1;
  }
  if (!(await installPackages()) || !(await buildPage())) return 1;
  const host = env.HOST || DEFAULT_HOST;
  const server = await serve(port, host).catch((error) => {
    console.error(`The server could not start on ${host}, port ${port}: ${error.message}`);
  });
  if (server === undefined) return 1;
  console.log(`\nHPA Playground runs at ${addressOf(server, host)}\nCtrl+C ends it.`);
  await untilStopped();
  server.httpServer.close();
  // Open tabs keep their connections alive; without this the process would wait for them.
  if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
  return 0;
}
