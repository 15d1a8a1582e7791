/** Part of the build: the service worker and the list of files that it keeps. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

const ENTRY = 'src/offline/serviceWorker.ts';
export const SERVICE_WORKER = 'sw.js';

interface KeptFile {
  readonly url: string;
  /** null: the name changes with the content */
  readonly revision: string | null;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Every file of a build, with what tells one version of it from another.
 *
 * @param folder of the build
 */
export function keptFiles(folder: string): KeptFile[] {
  return filesBelow(folder)
    .map((file) => ({ file, url: relative(folder, file).replaceAll('\\', '/') }))
    .filter(({ url }) => url !== SERVICE_WORKER && !url.endsWith('.map'))
    .map(({ file, url }) => {
      const isNamedByContent = /^assets\/.+-[\w-]{8}\.\w+$/.test(url);
      const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
      return { url, revision: isNamedByContent ? null : digest() };
    });
}

/** Builds the service worker when everything else is there. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const outDir = resolve(config.root, config.build.outDir);
        await build({
          root: config.root,
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __PRECACHE__: JSON.stringify(keptFiles(outDir)),
            'process.env.NODE_ENV': JSON.stringify('production'),
          },
          build: {
            outDir,
            emptyOutDir: false,
            // Not every browser takes modules as service workers.
            lib: { entry: ENTRY, formats: ['iife'], name: 'serviceWorker', fileName: () => SERVICE_WORKER },
          },
        });
      },
    },
  };
}
