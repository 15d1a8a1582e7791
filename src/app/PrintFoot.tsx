import { type ReactNode, useEffect } from 'react';
import { manifestName } from '../store/manifestName.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useApp } from './context.tsx';
import styles from './PrintFoot.module.css';

/** CSS pixels between the margins of an A4 sheet on its side. */
const PAPER_WIDTH = 1040;

/** Under the printed page: what it shows, and the way back to it. Nothing on a screen. */
export function PrintFoot(): ReactNode {
  const isPrinted = useMediaQuery('print');
  const name = useApp((state) => manifestName(state.scenario.manifest));
  const kubernetes = useApp((state) => state.scenario.kubernetes);
  usePaperWidth();
  if (!isPrinted) return null;
  return (
    <footer className={styles.foot}>
      <p>
        HPA Playground{name === undefined ? '' : ` · ${name}`} · Kubernetes {kubernetes}
      </p>
      <p className={styles.link}>{window.location.href}</p>
    </footer>
  );
}

/** The width that the charts have on the screen, and by how much it must shrink to fit on paper. */
function usePaperWidth(): void {
  useEffect(() => {
    const measure = (): void => {
      const width = document.getElementById('charts')?.clientWidth;
      if (width === undefined) return;
      const { style } = document.documentElement;
      style.setProperty('--print-width', `${width}px`);
      style.setProperty('--print-zoom', String(Math.min(1, PAPER_WIDTH / width)));
    };
    window.addEventListener('beforeprint', measure);
    return () => window.removeEventListener('beforeprint', measure);
  }, []);
}
