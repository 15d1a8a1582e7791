/** An expectation's text as tokens with their places. */
import type { ExpectationFault, Parsed } from './types.ts';
import { EXPECTATION_LIMITS } from './words.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'number' | 'comparison' | 'end';
  /** of a quoted text what stands between the quotes */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /\s*(?:(?<quoted>"(?:[^"\\]|\\["\\])*")|(?<comparison><=|>=|==|!=|[<>=≤≥≠])|(?<number>-?[\d.][\w.:%]*(?:(?<=[\d.][eE])[+-]\d+)?)|(?<word>[A-Za-z_][\w./@#:-]*))/uy;

function fault(message: string, start: number, end: number): ExpectationFault {
  return { message, start, end };
}

function tokenOf(match: RegExpExecArray, end: number): Token {
  const [kind, text = ''] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
  const start = end - text.length;
  return kind === 'quoted'
    ? { kind, text: text.slice(1, -1).replace(/\\(["\\])/g, '$1'), start, end }
    : { kind: kind as Token['kind'], text, start, end };
}

/** The last token is the end of the text. */
export function tokens(text: string): Parsed<readonly Token[]> {
  const { textLength } = EXPECTATION_LIMITS;
  if (text.length > textLength) {
    return {
      ok: false,
      fault: fault(`An expectation has at most ${textLength} characters.`, textLength, text.length),
    };
  }
  const found: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (match === null) {
      const start = at + (text.slice(at).length - text.slice(at).trimStart().length);
      const message =
        text[start] === '"'
          ? 'The quote is not closed.'
          : `“${text[start]}” means nothing here. Names with such characters stand in double quotes.`;
      return { ok: false, fault: fault(message, start, start + 1) };
    }
    at = PATTERN.lastIndex;
    found.push(tokenOf(match, at));
  }
  return { ok: true, value: [...found, { kind: 'end', text: '', start: end, end }] };
}
