/** Finds the placeholders of template engines in a text, and which engine they belong to. */

export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly engine: Engine;
}

interface Engine {
  /** as it reads behind "is" */
  readonly what: string;
  readonly hint: string;
}

const HELM: Engine = {
  what: 'a Helm template expression, not a value yet',
  hint: 'Paste what `helm template` prints, or `kubectl get hpa NAME -o yaml`, or put a value here.',
};
const JINJA: Engine = {
  what: 'a template statement, not part of a manifest yet',
  hint: 'Paste the text after the template was rendered, or put a value here.',
};
const ENVIRONMENT: Engine = {
  what: 'a placeholder that something has to fill in first',
  hint: 'Paste the text after `envsubst`, or put a value here.',
};
const KUSTOMIZE: Engine = {
  what: 'a variable that Kustomize or a pipeline has to fill in first',
  hint: 'Paste what `kubectl kustomize` prints, or put a value here.',
};
const PIPELINE: Engine = {
  what: 'a token that a pipeline has to replace first',
  hint: 'Paste the text after the replacement, or put a value here.',
};
const FORM: Engine = {
  what: 'a blank to be filled in',
  hint: 'Put your own value here.',
};

interface Pattern {
  readonly engine: Engine;
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  { engine: PIPELINE, pattern: /\$\{\{[^{}\r\n]*\}\}/g },
  { engine: HELM, pattern: /\{\{[^{}]{0,2000}\}\}/g },
  { engine: JINJA, pattern: /\{%[^\r\n]{0,500}?%\}|<%[^\r\n]{0,500}?%>/g },
  { engine: ENVIRONMENT, pattern: /\$\{\{?[A-Za-z_.][^{}\r\n]*\}?\}/g },
  { engine: KUSTOMIZE, pattern: /\$\([A-Za-z_][\w.-]*\)/g },
  { engine: ENVIRONMENT, pattern: /(?<=(?:[:\-,[] |["']))\$[A-Z_][A-Z0-9_]*\b/g },
  { engine: PIPELINE, pattern: /%[A-Z_][A-Z0-9_]*%|@@?[A-Za-z_][\w.-]*@@?/g },
  { engine: PIPELINE, pattern: /(?<=[:-] +["']?)#\{[\w.-]+\}#?/g },
  { engine: PIPELINE, pattern: /(?<=(?:[:\-,[] +["']?))__[A-Z][A-Z0-9_]*__/g },
  { engine: FORM, pattern: /(?<=(?:[:\-,[] +["']?))<[A-Za-z][^<>\r\n]*>/g },
  { engine: FORM, pattern: /(?<=(?:[:\-,[] +["']?))(?:CHANGE_?ME|REPLACE_?ME|YOUR_[A-Z_]+)\b/g },
];

/** A text with more of them is a template, however many more there are. */
const MAX_PLACEHOLDERS = 500;

/** characters; on longer lines the beginning is not looked at for every placeholder anew */
const FARTHEST_COMMENT = 1000;

function isInComment(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(lineStart, at - FARTHEST_COMMENT), at);
  return /^\s*#(?!\{)|\s#(?!\{)/.test(before.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''));
}

/**
 * Every placeholder outside of comments, in the order of the text.
 *
 * @rule MF4
 */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const taken = new Set<number>();
  for (const { engine, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.length >= MAX_PLACEHOLDERS) break;
      if (isInComment(text, start)) continue;
      if (taken.has(start) || taken.has(end - 1)) continue;
      for (let at = start; at < end; at++) taken.add(at);
      found.push({ start, end, text: match[0], engine });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a scalar holds a placeholder. @rule MF4 */
export function hasPlaceholder(value: string): boolean {
  return findPlaceholders(`: ${value}`).length > 0;
}
