/**
 * What to call a text in a menu: the first `name:` in it, undefined where there is none. A label only; what the text
 * means is read by the core.
 */
export function manifestName(text: string): string | undefined {
  return /^\s*name:\s*["']?([^\s"'#]+)/m.exec(text)?.[1];
}
