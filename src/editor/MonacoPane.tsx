import type { editor } from 'monaco-editor/editor.js';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { formatManifest, type TextEdit } from '../core/index.ts';
import { installLanguage, setModelFacts, toMonacoRange } from './language.ts';
import { lineEdits } from './lineEdits.ts';
import styles from './ManifestEditor.module.css';
import { EDITOR_LABEL, type EditorHandle, type ManifestEditorProps } from './ManifestEditor.tsx';
import { toMarkerData } from './markers.ts';
import { monaco } from './monaco.ts';
import { followTheme } from './theme.ts';

const MARKER_OWNER = 'manifest';
const FORMAT = 'manifest.format';

/** Keeps a Monaco editor in step with the props. The text of the props is the truth. */
export function MonacoPane(props: ManifestEditorProps): ReactNode {
  const { text, documentId, problems, advice, minor, shade, locked, onChange, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const created = useRef<editor.IStandaloneCodeEditor>(undefined);
  /** the text last taken from the props or reported to them */
  const known = useRef(text);
  /** a control is changing the text, not the keyboard */
  const isControlled = useRef(false);
  const handle = useRef<EditorHandle>(null);
  const report = useRef(onChange);
  report.current = onChange;

  useEffect(() => {
    if (host.current === null) return;
    installLanguage(monaco);
    const code = createEditor(host.current, known.current);
    created.current = code;
    code.addAction({
      id: FORMAT,
      label: 'Format the manifest',
      keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
      contextMenuGroupId: '1_modification',
      run: () => handle.current?.format(),
    });
    const listening = code.onDidChangeModelContent(() => {
      known.current = code.getValue();
      report.current(known.current, isControlled.current);
    });
    return () => {
      listening.dispose();
      code.getModel()?.dispose();
      code.dispose();
      created.current = undefined;
    };
  }, []);

  /** the markers that are set, and the version of the text that they belong to */
  const marked = useRef('');
  const shownDocument = useRef(documentId);
  useEffect(() => {
    const model = created.current?.getModel();
    if (model == null || text === known.current) return;
    known.current = text;
    if (shownDocument.current !== documentId) model.setValue(text);
    else model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    shownDocument.current = documentId;
  }, [text, documentId]);

  useEffect(() => followTheme(monaco, shade), [shade]);

  useEffect(() => {
    created.current?.updateOptions({
      readOnly: locked !== undefined,
      readOnlyMessage: { value: locked ?? '' },
    });
  }, [locked]);

  useEffect(() => {
    const model = created.current?.getModel();
    if (model == null) return;
    setModelFacts(model, { minor, problems, advice });
    const markers = problems.map(toMarkerData);
    // The run says the same of a text as its reading did: setting it again would make the lines flicker.
    const said = `${model.getVersionId()} ${JSON.stringify(markers)}`;
    if (said === marked.current) return;
    marked.current = said;
    monaco.editor.setModelMarkers(model, MARKER_OWNER, markers);
  }, [minor, problems, advice]);

  useImperativeHandle(ref, () => {
    handle.current = handleOf(created, isControlled);
    return handle.current;
  }, []);

  return <div ref={host} className={styles.monaco} />;
}

function handleOf(
  created: RefObject<editor.IStandaloneCodeEditor | undefined>,
  isControlled: RefObject<boolean>,
): EditorHandle {
  /** @param edits with places in the text as it is; undone together with those before that were not yet closed */
  function change(edits: readonly editor.IIdentifiedSingleEditOperation[]): void {
    isControlled.current = true;
    try {
      created.current?.getModel()?.pushEditOperations(null, [...edits], () => null);
    } finally {
      isControlled.current = false;
    }
  }
  /** edits of a gesture were made that has not ended */
  let isOpen = false;
  const closeStep = (): void => created.current?.getModel()?.pushStackElement();
  function applyEdits(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    closeStep();
    change(edits.map(({ range, newText }) => ({ range: toMonacoRange(range), text: newText })));
    closeStep();
  }
  return {
    goTo(range) {
      const selection = toMonacoRange(range);
      created.current?.setSelection(selection);
      created.current?.revealRangeInCenterIfOutsideViewport(selection);
      created.current?.focus();
    },
    applyEdits,
    replace({ start, end, text }, isLast) {
      const model = created.current?.getModel();
      if (model == null) return;
      const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
      const range = {
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      };
      if (!isOpen) closeStep();
      change([{ range, text }]);
      isOpen = !isLast;
      if (isLast) closeStep();
    },
    closeStep() {
      isOpen = false;
      closeStep();
    },
    text: () => created.current?.getValue(),
    undo: () => void created.current?.getModel()?.undo(),
    redo: () => void created.current?.getModel()?.redo(),
    format() {
      const text = created.current?.getValue();
      if (text !== undefined) applyEdits(lineEdits(text, formatManifest(text)));
    },
  };
}

function createEditor(host: HTMLElement, text: string): editor.IStandaloneCodeEditor {
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
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    wordWrap: 'off',
    folding: true,
    showFoldingControls: 'mouseover',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    padding: { top: 8, bottom: 8 },
    fixedOverflowWidgets: true,
    // Of words that stand in the text anyway nobody needs a list.
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: true },
    suggest: { showStatusBar: false, preview: false, showWords: false },
    // Colours of bracket pairs and boxes around odd characters are noise in YAML.
    bracketPairColorization: { enabled: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
}

function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
