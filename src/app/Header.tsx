import type { ReactNode } from 'react';
import { MINORS } from '../core/index.ts';
import { Select } from '../ui/Select.tsx';
import { useApp, useServices } from './context.tsx';
import { ExampleMenu } from './ExampleMenu.tsx';
import styles from './Header.module.css';
import { ShareButton } from './ShareButton.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';
import { Transport } from './Transport.tsx';

export function Header({ phone }: { readonly phone: boolean }): ReactNode {
  return (
    <header className={styles.header}>
      <Logo />
      <ExampleMenu />
      {phone ? null : <KubernetesSelect />}
      {phone ? null : (
        <div className={styles.middle}>
          <Transport />
        </div>
      )}
      <div className={styles.end}>
        <ThemeToggle />
        <ShareButton short={phone} />
      </div>
    </header>
  );
}

function Logo(): ReactNode {
  return (
    <h1 className={styles.logo}>
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <path d="M3 19h5v-5h5V9h5V4h3" className={styles.stairs} />
      </svg>
      <span className={styles.name}>HPA Playground</span>
    </h1>
  );
}

const MINOR_OPTIONS = [...MINORS].reverse().map((minor) => ({ value: minor, text: `Kubernetes ${minor}` }));

export function KubernetesSelect(): ReactNode {
  const { store } = useServices();
  const kubernetes = useApp((state) => state.scenario.kubernetes);
  return (
    <Select
      label="Kubernetes version"
      value={kubernetes}
      options={MINOR_OPTIONS}
      onChange={store.getState().setKubernetes}
    />
  );
}
