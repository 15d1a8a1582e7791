/** What kubectl does to text of strangers before it reaches a terminal, and where it cuts. */
import { byteLength } from '../go/strconv.ts';

/**
 * Makes escape sequences and carriage returns visible.
 *
 * @upstream staging/src/k8s.io/cli-runtime/pkg/printers/terminal.go EscapeTerminal
 */
export function escapeTerminal(text: string): string {
  return text.replaceAll('\x1b', '^[').replaceAll('\r', '\\r');
}

/**
 * The first bytes of a text and three dots; the text itself when it is not longer. A character that is cut in two
 * leaves a replacement character for each of its bytes: that is what a reader of kubectl's output gets too.
 *
 * @param maxLength bytes of UTF-8
 * @upstream staging/src/k8s.io/kubectl/pkg/describe/describe.go shorten
 */
export function shorten(text: string, maxLength: number): string {
  if (byteLength(text) <= maxLength) return text;
  let kept = '';
  let room = maxLength;
  for (const char of text) {
    const size = byteLength(char);
    if (size > room) break;
    kept += char;
    room -= size;
  }
  return `${kept}${'\ufffd'.repeat(room)}...`;
}

/**
 * `strings.TrimSpace`: Unicode white space. JavaScript's `trim` also takes a byte order mark away, and leaves U+0085.
 *
 * @rule KC1
 */
export function trimSpace(text: string): string {
  return text.replace(/^[\p{White_Space}]+|[\p{White_Space}]+$/gu, '');
}
