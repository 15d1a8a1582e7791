/** What stands to the right of the editor's heading. */
import { BoxSelect as BoxIcon, Plus } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { spanSeconds } from '../charts/frame.ts';
import { useTimeWindow } from '../charts/TimeAxis.tsx';
import { INTERPOLATIONS } from '../core/index.ts';
import styles from './curves.module.css';
import { widestGap } from './edit.ts';
import { useEditor } from './editorContext.ts';
import { roundedLoad } from './reach.ts';
import { Shapes } from './Shapes.tsx';
import { fineTime, snapTo } from './snap.ts';

const SelectionBar = lazy(() => import('./SelectionBar.tsx'));

/** @param more what the page adds: the curve's own menu */
export function CurveTools({ more }: { readonly more: ReactNode }) {
  const { curve, selection, durationSeconds } = useEditor();
  const isSelecting = selection.isSelecting || selection.selected.length > 0;
  const outside = curve.points.filter(({ atSeconds }) => atSeconds > durationSeconds).length;
  return (
    <>
      {isSelecting ? (
        <Suspense fallback={null}>
          <SelectionBar />
        </Suspense>
      ) : (
        <span className={styles.hint} data-picture="no" data-print="no">
          drag a point · double-click to add or remove · arrow keys nudge
        </span>
      )}
      {outside > 0 && !isSelecting && (
        <span className={styles.outside}>{outside} after the end of the run</span>
      )}
      <span className={styles.tools} data-print="no">
        {!isSelecting && <InterpolationToggle />}
        {!isSelecting && <Shapes />}
        <SelectButton isSelecting={isSelecting} />
        {!isSelecting && <AddButton />}
        {!isSelecting && more}
      </span>
    </>
  );
}

function SelectButton({ isSelecting }: { readonly isSelecting: boolean }) {
  const { title, selection } = useEditor();
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={`Select points of ${title}`}
      title="Select points: drag a box, also with Ctrl or ⌘ held"
      aria-pressed={isSelecting}
      onClick={() => (isSelecting ? selection.clear() : selection.setSelecting(true))}
    >
      <BoxIcon size={13} aria-hidden />
      <span className={styles.toolText}>Select</span>
    </button>
  );
}

function AddButton() {
  const { curve, editing, durationSeconds } = useEditor();
  const window = useTimeWindow();
  const add = (): void => {
    const atSeconds = snapTo(widestGap(curve, durationSeconds), fineTime(spanSeconds(window)));
    editing.add({ atSeconds, value: roundedLoad(curve, atSeconds) });
  };
  return (
    <button type="button" className={styles.tool} aria-label="Add point" title="Add point" onClick={add}>
      <Plus size={13} aria-hidden />
      <span className={styles.toolText}>Add point</span>
    </button>
  );
}

function InterpolationToggle() {
  const { curve, editing } = useEditor();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and breaks the heading's single line
    <span className={styles.toggle} role="group" aria-label="Between points">
      {INTERPOLATIONS.map((interpolation) => (
        <button
          key={interpolation}
          type="button"
          className={styles.tool}
          aria-pressed={curve.interpolation === interpolation}
          onClick={() => {
            editing.change({ ...curve, interpolation });
            editing.commit();
          }}
        >
          {interpolation}
        </button>
      ))}
    </span>
  );
}
