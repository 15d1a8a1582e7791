/** Placeholders of template engines: text that becomes a manifest only when something fills it in. */
import type { Finding, ProblemList } from './problems.ts';

interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isHelm: boolean;
}

const PLACEHOLDER = /\{\{[^{}\r\n]*\}\}|\$\{[A-Za-z_][^{}\r\n]*\}/g;
const MOST_SHOWN = 5;

function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    if (/^\s*#|\s#/.test(text.slice(lineStart, match.index))) continue;
    const isHelm = match[0].startsWith('{{');
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], isHelm });
  }
  return found;
}

function findingOf({ text, isHelm }: Placeholder): Finding {
  return {
    severity: 'error',
    rule: 'template-placeholder',
    message: isHelm
      ? `${text} is a Helm template expression, not a value yet.`
      : `${text} is a placeholder that something has to fill in first.`,
    hint: isHelm
      ? 'Paste what `helm template` prints, or `kubectl get hpa NAME -o yaml`, or put a value here.'
      : 'Paste the text after `envsubst`, or put a value here.',
  };
}

/**
 * Names the placeholders of a text that cannot be read. A text without any error may hold braces as it likes.
 *
 * @returns whether there were any; then they are the reason, not what the parser or the API server made of them
 * @rule MF4
 */
export function addTemplateProblems(problems: ProblemList, text: string): boolean {
  const placeholders = findPlaceholders(text);
  for (const placeholder of placeholders.slice(0, MOST_SHOWN)) {
    problems.addAt(findingOf(placeholder), placeholder.start, placeholder.end);
  }
  return placeholders.length > 0;
}
