/** A plain host for static files, as GitHub Pages is one: a sub-path, no headers of ours, a build that can change. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ROOT } from '../../scripts/lib/run.mjs';

const BUILT = join(ROOT, 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  /** of the playground, ends with a slash */
  readonly address: string;
  /** from now on the service worker is another one, as after a newer build */
  publishAgain(): void;
  /** what was asked for outside of the playground's folder */
  readonly astray: readonly string[];
  close(): Promise<void>;
}

/**
 * @param path   where the playground lies on the host, with slashes around it
 * @param name   of the host; every name below localhost is this machine
 * @param framed answers for `/frame.html`: a page that embeds
 */
export async function serveStatically(
  path: string,
  name = 'pages.localhost',
  framed?: (address: string) => string,
): Promise<StaticHost> {
  const astray: string[] = [];
  let builds = 1;
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    if (framed !== undefined && asked === '/frame.html') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(framed(address));
      return;
    }
    if (!asked.startsWith(path)) {
      astray.push(asked);
      response.writeHead(404).end();
      return;
    }
    const file = normalize(asked.slice(path.length) || 'index.html');
    try {
      const content = await readFile(join(BUILT, file));
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.setHeader('cache-control', 'no-cache');
      response.end(file === 'sw.js' ? `${content.toString()}\n// build ${builds}` : content);
    } catch {
      astray.push(asked);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://${name}:${(server.address() as AddressInfo).port}${path}`;
  return {
    address,
    astray,
    publishAgain: () => {
      builds += 1;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
