import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { BottomPanel } from './BottomPanel.tsx';
import { ChartsColumn } from './ChartsColumn.tsx';
import styles from './DesktopLayout.module.css';
import { LeftPanel } from './LeftPanel.tsx';

const RAIL_PX = 41;

/** Input on the left, charts on the right, the reason under them; the borders can be moved and are remembered. */
export function DesktopLayout(): ReactNode {
  const left = usePanelRef();
  const [folded, setFolded] = useState(false);
  const columns = useDefaultLayout({ id: 'hpa-playground.columns', storage: layoutStorage });
  const rows = useDefaultLayout({ id: 'hpa-playground.rows', storage: layoutStorage });
  return (
    <Group {...columns} className={styles.group ?? ''} id="columns">
      <Panel
        id="input"
        panelRef={left}
        defaultSize="30%"
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
        <Group {...rows} id="rows" orientation="vertical">
          <Panel id="charts" minSize={200}>
            <div className={styles.charts}>
              <ChartsColumn phone={false} />
            </div>
          </Panel>
          <Separator className={styles.level ?? ''} aria-label="Height of the charts" />
          <Panel id="about" defaultSize="31%" minSize={120} groupResizeBehavior="preserve-pixel-size">
            <BottomPanel phone={false} />
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
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
