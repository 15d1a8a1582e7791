/** The bytes of a text's UTF-8 form; the core has no `TextEncoder`. @rule GO17 */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes.push(([0, 0xc0, 0xe0, 0xf0][more] ?? 0) | (code >> (6 * more)));
    for (let i = more - 1; i >= 0; i -= 1) bytes.push(0x80 | ((code >> (6 * i)) & 0x3f));
  }
  return bytes;
}
