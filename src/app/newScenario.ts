/** Apart, because sizing a load reads the manifest: its parsers stay out of what the first paint waits for. */
export { newScenario } from '../core/index.ts';
