/** Names of saved files. */

/** What every system takes in a file's name; the rest becomes a dash. */
export function fileName(subject: string | undefined, what: string, extension: string): string {
  const safe = (subject ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${safe === '' ? 'hpa' : safe}-${what}.${extension}`;
}
