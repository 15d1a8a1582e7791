/** The view for documentation and slides: one column of charts, what decided, playback, and the way to the whole page. */
import { SquareArrowOutUpRight } from 'lucide-react';
import { type MouseEvent, type ReactNode, useLayoutEffect } from 'react';
import { Announcer } from '../app/Announcer.tsx';
import { type Services, ServicesProvider, useApp } from '../app/context.tsx';
import { Notices } from '../app/Notices.tsx';
import { RunStatus } from '../app/RunStatus.tsx';
import { useShade } from '../app/ThemeToggle.tsx';
import { Transport } from '../app/Transport.tsx';
import { useSize } from '../charts/useSize.ts';
import { fullPage } from '../share/addresses.ts';
import { useInputMode } from '../ui/useInputMode.ts';
import { EmbedCharts } from './EmbedCharts.tsx';
import styles from './EmbedPage.module.css';
import type { EmbedParameters } from './parameters.ts';
import { usePlaybackKeys } from './usePlaybackKeys.ts';

interface EmbedPageProps {
  readonly services: Services;
  readonly parameters: EmbedParameters;
}

export function EmbedPage({ services, parameters }: EmbedPageProps): ReactNode {
  return (
    <ServicesProvider services={services}>
      <View parameters={parameters} />
    </ServicesProvider>
  );
}

function View({ parameters: { variant } }: { readonly parameters: EmbedParameters }): ReactNode {
  const shade = useShade();
  const [ref, size] = useSize();
  usePlaybackKeys();
  useInputMode();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shade;
    document.documentElement.dataset.presentation = variant === 'presenter' ? 'on' : 'off';
  }, [shade, variant]);
  return (
    <div ref={ref} className={styles.page} data-variant={variant}>
      <header className={styles.header}>
        <Title />
        <a
          className={styles.link}
          href={fullPage(location.href)}
          target="_blank"
          rel="noopener"
          onClick={toPresentScenario}
          onAuxClick={toPresentScenario}
        >
          Open in HPA Playground
          <SquareArrowOutUpRight size={13} aria-hidden />
        </a>
      </header>
      <main className={styles.main}>
        <div className={styles.said}>
          <RunStatus />
        </div>
        {size !== undefined && <EmbedCharts height={size.height} variant={variant} />}
        <Headline />
      </main>
      <footer className={styles.footer}>
        <Transport />
      </footer>
      <Notices />
      <Announcer />
    </div>
  );
}

/** The address follows every change of the scenario. */
function toPresentScenario({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  currentTarget.href = fullPage(location.href);
}

function Title(): ReactNode {
  const hpa = useApp((state) => state.trace?.hpa.metadata.name);
  const minor = useApp((state) => state.scenario.kubernetes);
  return (
    <h1 className={styles.title}>
      <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
        <path d="M3 19h5v-5h5V9h5V4h3" className={styles.stairs} />
      </svg>
      <span className={styles.name}>{hpa ?? 'HPA Playground'}</span>
      <span className={styles.minor}>Kubernetes {minor}</span>
    </h1>
  );
}

/** Why the shown sync came out as it did; the last known sentence while the next one is made. */
function Headline(): ReactNode {
  const headline = useApp((state) => state.explained?.explanation.headline);
  const failure = useApp((state) => state.failure?.message ?? state.problems.find(isError)?.message);
  const hasRun = useApp((state) => state.trace !== undefined);
  return <p className={styles.headline}>{hasRun ? headline : failure}</p>;
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}
