/** The editor's colours, taken from the page's tokens so that they are written in one place only. */
import type { Monaco } from './monaco.ts';

export type Shade = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

export function themeName(shade: Shade): string {
  return `hpa-${shade}`;
}

/** `readToken` answers the value of a custom property, a colour in hexadecimal. */
export function defineTheme(monaco: Monaco, shade: Shade, readToken: (name: string) => string): void {
  const color = (name: string): string => longHex(readToken(name));
  const ink = (name: string): string => color(name).replace('#', '');
  monaco.editor.defineTheme(themeName(shade), {
    base: shade.startsWith('dark') ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      // With the language's own ending, or the base theme's rules for YAML would win.
      { token: '', foreground: ink('--text') },
      { token: 'type.yaml', foreground: ink('--accent') },
      { token: 'string.yaml', foreground: ink('--series-metric') },
      { token: 'number.yaml', foreground: ink('--series-metric') },
      { token: 'keyword.yaml', foreground: ink('--series-load') },
      { token: 'comment.yaml', foreground: ink('--dim'), fontStyle: 'italic' },
      { token: 'operators.yaml', foreground: ink('--dim') },
    ],
    colors: {
      'editor.background': color('--panel'),
      'editor.foreground': color('--text'),
      'editorGutter.background': color('--panel'),
      'editorLineNumber.foreground': color('--dim'),
      'editorLineNumber.activeForeground': color('--text'),
      'editor.lineHighlightBackground': color('--hover'),
      'editor.lineHighlightBorder': color('--hover'),
      'editorIndentGuide.background1': color('--border'),
      'editorIndentGuide.activeBackground1': color('--faint'),
      'editorWidget.background': color('--panel'),
      'editorWidget.border': color('--border'),
      'editorHoverWidget.background': color('--panel'),
      'editorHoverWidget.border': color('--border'),
      'editorError.foreground': color('--danger'),
      'editorWarning.foreground': color('--warning'),
      'editorInfo.foreground': color('--accent'),
      'diffEditor.unchangedRegionForeground': color('--text'),
      focusBorder: color('--accent'),
    },
  });
}

/**
 * Gives the editor the page's colours, now and whenever they change: the page may follow the system a moment after the
 * editor has been told of the new shade.
 *
 * @returns stops following
 */
export function followTheme(monaco: Monaco, shade: Shade): () => void {
  const root = document.documentElement;
  const apply = (): void => {
    const tokens = getComputedStyle(root);
    defineTheme(monaco, shade, (name) => tokens.getPropertyValue(name).trim());
    monaco.editor.setTheme(themeName(shade));
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Monaco takes six digits only; the build shortens `#ffffff` to `#fff`. */
export function longHex(color: string): string {
  return color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
}
