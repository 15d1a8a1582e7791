/** Two manifests in Monaco’s view of differences. To be read only; loaded when somebody asks for it. */
import type { editor } from 'monaco-editor/editor.js';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ManifestEditor.module.css';
import { monaco } from './monaco.ts';
import { followTheme, type Shade } from './theme.ts';

interface ManifestDiffProps {
  readonly before: string;
  readonly after: string;
  readonly shade: Shade;
}

export function ManifestDiff({ before, after, shade }: ManifestDiffProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const models = useRef<editor.IDiffEditorModel>(undefined);

  useEffect(() => {
    if (host.current === null) return;
    const view = createDiff(host.current);
    const both = { original: modelOf(''), modified: modelOf('') };
    models.current = both;
    view.setModel(both);
    const named = [
      keepName(view.getOriginalEditor(), 'The first manifest'),
      keepName(view.getModifiedEditor(), 'The second manifest'),
    ];
    return () => {
      for (const one of named) one.dispose();
      view.dispose();
      both.original.dispose();
      both.modified.dispose();
      models.current = undefined;
    };
  }, []);

  useEffect(() => {
    models.current?.original.setValue(before);
    models.current?.modified.setValue(after);
  }, [before, after]);

  useEffect(() => followTheme(monaco, shade), [shade]);

  return <div ref={host} className={styles.diff} />;
}

function modelOf(text: string): editor.ITextModel {
  return monaco.editor.createModel(text, 'yaml');
}

/** Monaco forgets the names of both editors when it goes from side by side to one below the other. */
function keepName(code: editor.ICodeEditor, ariaLabel: string): { dispose(): void } {
  const name = (): void => {
    if (code.getRawOptions().ariaLabel !== ariaLabel) code.updateOptions({ ariaLabel });
  };
  name();
  return code.onDidChangeConfiguration(name);
}

function createDiff(host: HTMLElement): editor.IStandaloneDiffEditor {
  return monaco.editor.createDiffEditor(host, {
    readOnly: true,
    originalEditable: false,
    automaticLayout: true,
    // Side by side where there is room, one below the other on a phone.
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true },
    fontFamily: readToken('--font-mono'),
    fontSize: 12.5,
    lineHeight: 19,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    lineNumbersMinChars: 4,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
}

function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
