/** The editor's colours, taken from the page's tokens so that they are written in one place only. */
import type { Monaco } from './monaco.ts';

export type Shade = 'light' | 'dark';

export function themeName(shade: Shade): string {
  return `hpa-${shade}`;
}

/** `readToken` answers the value of a custom property, `#rrggbb`. */
export function defineTheme(monaco: Monaco, shade: Shade, readToken: (name: string) => string): void {
  const color = (name: string): string => readToken(name);
  const ink = (name: string): string => color(name).replace('#', '');
  monaco.editor.defineTheme(themeName(shade), {
    base: shade === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: ink('--text') },
      { token: 'type', foreground: ink('--accent') },
      { token: 'string', foreground: ink('--series-metric') },
      { token: 'number', foreground: ink('--series-metric') },
      { token: 'keyword', foreground: ink('--series-load') },
      { token: 'comment', foreground: ink('--dim'), fontStyle: 'italic' },
      { token: 'operators', foreground: ink('--dim') },
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
      focusBorder: color('--accent'),
    },
  });
}
