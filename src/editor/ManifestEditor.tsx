import { type ReactNode, type Ref, useEffect, useState } from 'react';
import type { Advice, Minor, Problem, Range, TextChange, TextEdit } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ManifestEditor.module.css';
import type { MonacoPane } from './MonacoPane.tsx';
import type { Shade } from './theme.ts';

export interface EditorHandle {
  /** Puts the cursor there, in the middle of the view, and the focus into the editor. */
  goTo(range: Range): void;
  /** Makes the edits of a quick fix: one step of undo. */
  applyEdits(edits: readonly TextEdit[]): void;
  /** Makes a control's edit. All up to the last one of a gesture are one step of undo. */
  replace(change: TextChange, isLast: boolean): void;
  /** What comes next is another step of undo. */
  closeStep(): void;
  /** what the editor holds now; undefined while there is none */
  text(): string | undefined;
  undo(): void;
  redo(): void;
  format(): void;
}

export interface ManifestEditorProps {
  readonly text: string;
  /** changes when another document takes this one's place: its undo does not reach back into the other */
  readonly documentId: number;
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  /** to be read alone: the reason */
  readonly locked?: string | undefined;
  /** whose API completion and help speak of */
  readonly minor: Minor;
  readonly shade: Shade;
  /** `isWhole`: by a control or a quick fix, so that nobody is in the middle of typing */
  readonly onChange: (text: string, isWhole: boolean) => void;
  /** settles when Monaco may be loaded without keeping something more urgent waiting */
  readonly loadAfter: Promise<unknown>;
  readonly ref?: Ref<EditorHandle>;
}

export const EDITOR_LABEL = 'Manifest, YAML. Ctrl+M lets Tab leave the editor.';

/** A plain text field until Monaco is there, which is loaded after the first charts; it can be typed into at once. */
export function ManifestEditor(props: ManifestEditorProps): ReactNode {
  const { loadAfter } = props;
  const [pane, setPane] = useState<{ readonly Pane: typeof MonacoPane } | undefined>(undefined);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    loadAfter
      .then(() => (gone ? undefined : import('./MonacoPane.tsx')))
      .then(
        (module) => !gone && module !== undefined && setPane({ Pane: module.MonacoPane }),
        () => !gone && setFailed(true),
      );
    return () => {
      gone = true;
    };
  }, [loadAfter]);

  return (
    <div className={styles.frame}>
      {pane === undefined ? <PlainEditor {...props} /> : <pane.Pane {...props} />}
      {failed ? (
        <div className={styles.failed} role="status">
          <p>The full editor could not be loaded; this plain one works too. Your work is saved.</p>
          <Button look="outlined" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function PlainEditor({ text, locked, onChange }: ManifestEditorProps): ReactNode {
  return (
    <textarea
      className={styles.plain}
      aria-label={EDITOR_LABEL}
      spellCheck={false}
      readOnly={locked !== undefined}
      wrap="off"
      value={text}
      onChange={(event) => onChange(event.target.value, false)}
    />
  );
}
