// Runs before anything else, possibly on an old Node: no import, no syntax younger than Node 12.

const OLDEST_NODE = 20;

/**
 * Ends the process with a plain sentence where Node is too old for the toolchain.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} the sentence, or undefined where the version will do
 */
export function nodeComplaint(version) {
  const major = Number.parseInt(version, 10);
  if (major >= OLDEST_NODE) return undefined;
  return `HPA Playground needs Node.js ${OLDEST_NODE} or newer; this is Node.js ${version}. Get one from https://nodejs.org and try again.`;
}

/** Call first: says what is missing and exits with 1 on an old Node. */
export function requireNode() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint === undefined) return;
  console.error(complaint);
  process.exit(1);
}
