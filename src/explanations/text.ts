const NO_BREAK = '\u00a0';

/** Keeps a number and its unit, and the two parts of a span, on one line: `4 min 10 s`. */
export function unbroken(text: string): string {
  return text
    .replace(/(\d) (?=(?:%|s|min|h|d|m|pods?|replicas?)(?![\w-]))/g, `$1${NO_BREAK}`)
    .replace(/(\d\u00a0(?:min|h|d)) (?=\d+\u00a0(?:s|min|h)(?!\w))/g, `$1${NO_BREAK}`);
}
