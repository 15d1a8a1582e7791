import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './TabBar.module.css';

export interface TabItem<T extends string> {
  readonly value: T;
  readonly text: string;
  /** a count beside the text */
  readonly count?: number | undefined;
}

interface TabBarProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly items: readonly TabItem<T>[];
  readonly onChange: (value: T) => void;
  /** beside the tabs, at the end of the bar */
  readonly aside?: ReactNode;
  /** the panels, made with `TabPanel` */
  readonly children: ReactNode;
}

export function TabBar<T extends string>(props: TabBarProps<T>): ReactNode {
  const { label, value, items, onChange, aside, children } = props;
  return (
    <Tabs.Root
      className={styles.root}
      data-print="flow"
      value={value}
      onValueChange={(next) => {
        const item = items.find((known) => known.value === next);
        if (item !== undefined) onChange(item.value);
      }}
    >
      <div className={styles.bar} data-print="no">
        <Tabs.List className={styles.list} aria-label={label}>
          {items.map((item) => (
            <Tabs.Trigger key={item.value} value={item.value} className={styles.tab}>
              {item.text}
              {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {aside}
      </div>
      {children}
    </Tabs.Root>
  );
}

interface TabPanelProps {
  readonly value: string;
  readonly active: boolean;
  /** stays mounted while another tab is shown */
  readonly keep?: boolean;
  readonly children: ReactNode;
}

export function TabPanel({ value, active, keep = false, children }: TabPanelProps): ReactNode {
  if (!keep) {
    return (
      <Tabs.Content value={value} className={styles.panel}>
        {children}
      </Tabs.Content>
    );
  }
  return (
    <Tabs.Content value={value} className={styles.panel} forceMount hidden={!active}>
      {children}
    </Tabs.Content>
  );
}
