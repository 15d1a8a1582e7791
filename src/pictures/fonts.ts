/** The page's fonts inside a picture: an image has no way to those of the page. */

/** Font files are small; one that is not would make the picture heavy. */
const LARGEST_BYTES = 200_000;

/** @returns `@font-face` rules that hold their fonts; empty where there are none: then the system's font is used */
export async function embeddedFonts(): Promise<string> {
  const rules = await Promise.all(latinFaces().map(embedded));
  return rules.join('');
}

/** The files that hold the letters and figures that the page writes. */
function latinFaces(): CSSFontFaceRule[] {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      // A sheet of somebody else, put there by an extension, say.
      return [];
    }
  });
  return rules.filter(
    (rule): rule is CSSFontFaceRule =>
      rule instanceof CSSFontFaceRule &&
      /U\+0{1,4}-0*FF/i.test(rule.style.getPropertyValue('unicode-range')) &&
      /^["']?Inter/.test(rule.style.getPropertyValue('font-family')) &&
      rule.style.getPropertyValue('font-style') !== 'italic',
  );
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const file = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
  if (file === undefined) return '';
  try {
    const response = await fetch(new URL(file, parentStyleSheet?.href ?? document.baseURI));
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok || bytes.length > LARGEST_BYTES) return '';
    const family = style.getPropertyValue('font-family').replaceAll('"', "'");
    const weight = style.getPropertyValue('font-weight') || '400';
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${base64(bytes)})}`;
  } catch {
    return '';
  }
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
