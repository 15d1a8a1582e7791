/** The door for load from a file or the clipboard: bounded, read, and either series or a reason. Pure. */
import { readCsv } from './csv.ts';
import { LOAD_TEXT_LIMITS as LIMITS } from './limits.ts';
import { readPrometheus } from './prometheus.ts';
import type { LoadText, LoadTextChoices } from './types.ts';

/**
 * Load over time from separated values (with a header or none), or from the JSON that Prometheus answers to
 * `query_range`. Never throws.
 *
 * @param choices what a person says about the text that the text does not
 */
export function readLoadText(text: string, choices: LoadTextChoices = {}): LoadText {
  if (text.length > LIMITS.length) {
    const megabytes = LIMITS.length / 1024 / 1024;
    return {
      ok: false,
      message: `The text is longer than ${megabytes} million characters. Export it with a longer step.`,
    };
  }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '')
    return { ok: false, message: 'The text is empty. Paste a time and a value in each line.' };
  if (plain.includes('\0')) return { ok: false, message: 'This is no text. Save it as CSV first.' };
  if (/^\s*[{[]/.test(plain)) return readJson(plain);
  return readCsv(plain, choices);
}

function readJson(text: string): LoadText {
  try {
    return readPrometheus(JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      ok: false,
      message: `The JSON is not whole: ${lineOfError(text, error.message)}. Copy all of it.`,
    };
  }
}

/** "line 3", where the engine says the position; otherwise "it ends or breaks too early". */
function lineOfError(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return 'it breaks off or has a mistake';
  return `there is a mistake in line ${text.slice(0, Number(position)).split('\n').length}`;
}
