/** Keeps a number and its unit on one line: `4 min 10 s` never breaks before `s`. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:%|s|min|h|d|m|pods?|replicas?)(?![\w-]))/g, '$1\u00a0');
}
