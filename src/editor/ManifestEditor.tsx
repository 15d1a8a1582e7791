import { type ReactNode, type Ref, useEffect, useState } from 'react';
import type { Problem, Range } from '../core/index.ts';
import styles from './ManifestEditor.module.css';
import { MonacoPane } from './MonacoPane.tsx';
import type { Monaco } from './monaco.ts';
import type { Shade } from './theme.ts';

export interface EditorHandle {
  /** Puts the cursor there, in the middle of the view, and the focus into the editor. */
  goTo(range: Range): void;
}

export interface ManifestEditorProps {
  readonly text: string;
  /** changes when another document takes this one's place: its undo does not reach back into the other */
  readonly documentId: number;
  readonly problems: readonly Problem[];
  readonly shade: Shade;
  readonly onChange: (text: string) => void;
  /** settles when Monaco may be loaded without keeping something more urgent waiting */
  readonly loadAfter: Promise<unknown>;
  readonly ref?: Ref<EditorHandle>;
}

export const EDITOR_LABEL = 'Manifest, YAML. Ctrl+M lets Tab leave the editor.';

/** A plain text field until Monaco is there, which is loaded after the first charts; it can be typed into at once. */
export function ManifestEditor(props: ManifestEditorProps): ReactNode {
  const { loadAfter } = props;
  const [monaco, setMonaco] = useState<Monaco | undefined>(undefined);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    loadAfter
      .then(() => (gone ? undefined : import('./monaco.ts')))
      .then(
        (module) => !gone && setMonaco(module?.monaco),
        () => !gone && setFailed(true),
      );
    return () => {
      gone = true;
    };
  }, [loadAfter]);

  return (
    <div className={styles.frame}>
      {monaco === undefined ? <PlainEditor {...props} /> : <MonacoPane {...props} monaco={monaco} />}
      {failed ? (
        <p className={styles.failed} role="status">
          The full editor could not be loaded; this plain one works too. Reload to try again.
        </p>
      ) : null}
    </div>
  );
}

function PlainEditor({ text, onChange }: ManifestEditorProps): ReactNode {
  return (
    <textarea
      className={styles.plain}
      aria-label={EDITOR_LABEL}
      spellCheck={false}
      wrap="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
