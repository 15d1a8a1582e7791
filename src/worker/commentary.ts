/** What the worker says about a run: a chunk of its own, loaded once the first run was sent. */
export { explain, reviewManifest } from '../core/index.ts';
