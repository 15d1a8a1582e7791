import { type ReactNode, useEffect, useImperativeHandle, useRef } from 'react';
import styles from './ManifestEditor.module.css';
import { EDITOR_LABEL, type ManifestEditorProps } from './ManifestEditor.tsx';
import { toMarkerData } from './markers.ts';
import type { Monaco } from './monaco.ts';
import { defineTheme, themeName } from './theme.ts';

type CodeEditor = ReturnType<Monaco['editor']['create']>;

interface MonacoPaneProps extends ManifestEditorProps {
  readonly monaco: Monaco;
}

const MARKER_OWNER = 'manifest';

/** Keeps a Monaco editor in step with the props. The text of the props is the truth. */
export function MonacoPane(props: MonacoPaneProps): ReactNode {
  const { monaco, text, documentId, problems, shade, onChange, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  /** the text last taken from the props or reported to them */
  const known = useRef(text);
  const report = useRef(onChange);
  report.current = onChange;

  useEffect(() => {
    if (host.current === null) return;
    const created = createEditor(monaco, host.current, known.current);
    editor.current = created;
    const listening = created.onDidChangeModelContent(() => {
      known.current = created.getValue();
      report.current(known.current);
    });
    return () => {
      listening.dispose();
      created.getModel()?.dispose();
      created.dispose();
      editor.current = undefined;
    };
  }, [monaco]);

  const shownDocument = useRef(documentId);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (model == null || text === known.current) return;
    known.current = text;
    if (shownDocument.current !== documentId) model.setValue(text);
    else model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    shownDocument.current = documentId;
  }, [text, documentId]);

  useEffect(() => {
    defineTheme(monaco, shade, readToken);
    monaco.editor.setTheme(themeName(shade));
  }, [monaco, shade]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (model != null) monaco.editor.setModelMarkers(model, MARKER_OWNER, problems.map(toMarkerData));
  }, [monaco, problems]);

  useImperativeHandle(ref, () => ({
    goTo(range) {
      const { startLine, startColumn, endLine, endColumn } = range;
      const selection = new monaco.Range(startLine, startColumn, endLine, endColumn);
      editor.current?.setSelection(selection);
      editor.current?.revealRangeInCenterIfOutsideViewport(selection);
      editor.current?.focus();
    },
  }));

  return <div ref={host} className={styles.monaco} />;
}

function createEditor(monaco: Monaco, host: HTMLElement, text: string): CodeEditor {
  return monaco.editor.create(host, {
    value: text,
    language: 'yaml',
    ariaLabel: EDITOR_LABEL,
    automaticLayout: true,
    fontFamily: readToken('--font-mono'),
    fontSize: 12.5,
    lineHeight: 19,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    minimap: { enabled: false },
    overviewRulerBorder: false,
    scrollBeyondLastLine: false,
    wordWrap: 'off',
    folding: true,
    showFoldingControls: 'mouseover',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    padding: { top: 8, bottom: 8 },
    fixedOverflowWidgets: true,
    // Colours of bracket pairs and boxes around odd characters are noise in YAML.
    bracketPairColorization: { enabled: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
}

function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
