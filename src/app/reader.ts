/** The core's reader alone, for a chunk of its own. */
export { readManifest } from '../core/index.ts';
