import type { KnipConfig } from 'knip';

/** What the page is made of besides modules: style sheets name their packages in `@import`. */
const importsOfCss = (text: string): string =>
  [...text.matchAll(/@import\s+"([^"]+)"/g)].map((match) => `import '${match[1]}';`).join('\n');

const config: KnipConfig = {
  // The public surface of the core, workers (the service worker is named by the build), the commands, what the mutation tester runs; what package.json starts is found without being named.
  entry: [
    'src/core/index.ts',
    'src/**/*.worker.ts',
    'src/offline/serviceWorker.ts',
    'scripts/*.{mjs,ts}',
    'conformance/*.mutation.ts',
    'src/cli/closedLoop.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', '{conformance,bench,e2e,scripts,examples}/**/*.{ts,mjs}'],
  compilers: { css: importsOfCss },
  ignoreExportsUsedInFile: true,
};

export default config;
