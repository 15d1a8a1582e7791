import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './scripts/build/offline.ts';
import { contentSecurityPolicy } from './scripts/build/policy.ts';
import { newScenario, type ScenarioOverrides } from './src/core/index.ts';
import { kindOf, readDocument } from './src/core/lesson/files.ts';

interface ExampleEntry extends ScenarioOverrides {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * `examples/x.yaml?scenario` is the scenario of that example. It is made here because sizing a load reads the
 * manifest: a page that opens with an example needs no YAML parser before its first run.
 */
function exampleScenarios(): Plugin {
  const QUERY = '?scenario';
  return {
    name: 'example-scenarios',
    load(id) {
      if (!id.endsWith(QUERY)) return undefined;
      const path = id.slice(0, -QUERY.length);
      const index = join(dirname(path), 'index.json');
      for (const file of [path, index]) this.addWatchFile(file);
      const entries = JSON.parse(readFileSync(index, 'utf8')) as Partial<ExampleEntry>[];
      // One that is not listed is not offered; a pattern names them all.
      const entry = entries.find(({ file }) => file === basename(path)) ?? {};
      const { file: _file, id: _id, title: _title, description: _description, ...overrides } = entry;
      const scenario = newScenario(readFileSync(path, 'utf8'), overrides);
      return `export default ${JSON.stringify(scenario)};`;
    },
  };
}

/**
 * `lessons/x/y.yaml?document` is what that file says, checked here so that the page needs no parser for it; `?heading` is
 * what lists show of it.
 */
function taughtDocuments(): Plugin {
  return {
    name: 'taught-documents',
    load(id) {
      const [, path, query] = /^(.*\/lessons\/.*\.yaml)\?(document|heading)$/.exec(id) ?? [];
      if (path === undefined) return undefined;
      this.addWatchFile(path);
      const text = readFileSync(path, 'utf8');
      const kind = kindOf(text);
      if (kind === undefined) return this.error(`${path} does not say what it is.`);
      const read = readDocument(kind, text);
      if (!read.ok) return this.error(`${path}: ${read.message}`);
      if (query === 'document') return `export default ${JSON.stringify(read.value)};`;
      const { id: name, title, chapter } = read.value as { id: string; title?: string; chapter?: string };
      return `export default ${JSON.stringify({ id: name, title, chapter })};`;
    },
  };
}

/** The core is pure: what the first paint or the first run does not use of it goes into chunks that can wait. */
const PURE_CORE = { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] };

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), exampleScenarios(), taughtDocuments(), serviceWorker()],
  resolve: {
    // monaco-editor has an exports map since 0.56; its own sources still name the long paths.
    alias: [{ find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: 'monaco-editor/$1' }],
  },
  worker: { format: 'es', rolldownOptions: { treeshake: PURE_CORE } },
  build: {
    target: 'es2022',
    // The editor is that large; it is loaded after the first paint.
    chunkSizeWarningLimit: 4000,
    // Fonts as data would need a wider policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: PURE_CORE,
      // What the page needs from the start comes as one file: it compresses better than ninety, and is asked for once.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
