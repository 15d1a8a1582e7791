import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, useGroupRef, usePanelRef } from 'react-resizable-panels';
import { selectHasLesson, selectIsCovered } from '../store/lessonSlice.ts';
import { AboutRun } from './AboutRun.tsx';
import { ChartsColumn } from './ChartsColumn.tsx';
import { useApp } from './context.tsx';
import styles from './DesktopLayout.module.css';
import { LeftPanel } from './LeftPanel.tsx';

const RAIL_PX = 41;
/** Percent of the width and of the height, before anybody has moved a border. */
const FIRST = { columns: { input: 30, run: 70 }, rows: { charts: 69, about: 31 } };

/** Input on the left, charts on the right, the reason under them; the borders can be moved and are remembered. */
export function DesktopLayout(): ReactNode {
  const left = usePanelRef();
  const [folded, setFolded] = useState(false);
  const columns = useDefaultLayout({ id: 'hpa-playground.columns', storage: layoutStorage });
  const rows = useDefaultLayout({ id: 'hpa-playground.rows', storage: layoutStorage });
  const [columnsRef, rowsRef] = [useGroupRef(), useGroupRef()];
  const presentation = useApp((state) => state.presentation);
  // A lesson is read beside the charts, in a room too.
  const hasLesson = useApp(selectHasLesson);
  const isCovered = useApp(selectIsCovered);
  const folds = presentation && !hasLesson;
  useChange(folds, () => (folds ? left.current?.collapse() : left.current?.expand()));
  const resets = useApp((state) => state.layoutResets);
  useChange(resets, () => {
    columnsRef.current?.setLayout(FIRST.columns);
    rowsRef.current?.setLayout(FIRST.rows);
  });
  return (
    <Group {...columns} groupRef={columnsRef} className={styles.group ?? ''} id="columns">
      <Panel
        id="input"
        panelRef={left}
        defaultSize={`${FIRST.columns.input}%`}
        minSize={280}
        maxSize="60%"
        collapsible
        collapsedSize={RAIL_PX}
        groupResizeBehavior="preserve-pixel-size"
        onResize={({ inPixels }) => setFolded(inPixels < 120)}
      >
        <LeftPanel
          folded={folded}
          onFold={() => left.current?.collapse()}
          onUnfold={() => left.current?.expand()}
        />
      </Panel>
      <Separator className={styles.upright ?? ''} aria-label="Width of the manifest" />
      <Panel id="run" minSize={480}>
        <Group
          {...rows}
          groupRef={rowsRef}
          className={isCovered ? (styles.covered ?? '') : ''}
          id="rows"
          orientation="vertical"
        >
          <Panel id="charts" minSize={200}>
            <div className={styles.charts}>
              <ChartsColumn phone={false} />
            </div>
          </Panel>
          <Separator className={styles.level ?? ''} aria-label="Height of the charts" />
          <Panel
            id="about"
            defaultSize={`${FIRST.rows.about}%`}
            minSize={120}
            groupResizeBehavior="preserve-pixel-size"
          >
            <AboutRun phone={false} />
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

/** Answers changes alone: what the panels were left at is not touched when the page is opened. */
function useChange<T>(value: T, answer: () => unknown): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    answer();
  });
}

/** Storage may be switched off; then the layout is just not remembered. */
const layoutStorage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // not remembered
    }
  },
};
