import { type ReactNode, useEffect, useState } from 'react';
import { QR_CHARACTERS } from '../share/lengths.ts';
import { manifestName } from '../store/manifestName.ts';
import type { QrCode } from '../ui/QrCode.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useApp, useServices } from './context.tsx';
import styles from './PrintFoot.module.css';
import { useSettled } from './useSettled.ts';

/** CSS pixels between the margins of an A4 sheet on its side. */
const PAPER_WIDTH = 1040;
/** Longer than the address bar waits before it is written. */
const RESTED_MS = 1000;
/** CSS pixels; about 3 and 5 cm on paper */
const CODE_SIZE = { short: 120, long: 200 };
/** characters of a link from which on its code is dense */
const LONG_LINK = 500;

/** Under the printed page: what it shows, and the way back to it. Nothing on a screen. */
export function PrintFoot(): ReactNode {
  const isPrinted = useMediaQuery('print');
  const name = useApp((state) => manifestName(state.scenario.manifest));
  const kubernetes = useApp((state) => state.scenario.kubernetes);
  usePaperWidth();
  const link = useLink(isPrinted);
  const code = usePrintedCode(link);
  if (!isPrinted) return null;
  return (
    <footer className={styles.foot}>
      <div className={styles.texts}>
        <p>
          HPA Playground{name === undefined ? '' : ` · ${name}`} · Kubernetes {kubernetes}
        </p>
        <p className={styles.link}>{link}</p>
      </div>
      {code}
    </footer>
  );
}

/**
 * The address once it has rested, as a drag writes it many times; again after the first charts, when it is first
 * written, and when somebody prints.
 */
function useLink(isPrinted: boolean): string {
  const chartsAreThere = useSettled(useServices().firstCharts);
  const scenario = useApp((state) => state.scenario);
  const [link, setLink] = useState(window.location.href);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the scenario
  useEffect(() => {
    const timer = setTimeout(() => setLink(window.location.href), isPrinted ? 0 : RESTED_MS);
    return () => clearTimeout(timer);
  }, [scenario, chartsAreThere, isPrinted]);
  return link;
}

/** The code of the link. It is there before somebody prints: a sheet does not wait for anything to be loaded. */
function usePrintedCode(link: string): ReactNode {
  const chartsAreThere = useSettled(useServices().firstCharts);
  const [Code, setCode] = useState<typeof QrCode>();
  useEffect(() => {
    if (!chartsAreThere) return;
    import('../ui/QrCode.tsx').then(
      (module) => setCode(() => module.QrCode),
      () => {
        // The link itself is printed all the same.
      },
    );
  }, [chartsAreThere]);
  if (Code === undefined || link.length > QR_CHARACTERS) return null;
  return (
    <Code
      text={link}
      label="QR code of the link"
      size={link.length > LONG_LINK ? CODE_SIZE.long : CODE_SIZE.short}
    />
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
