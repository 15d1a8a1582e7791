import { ArrowLeftRight, CornerUpLeft, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { whatIfText } from '../compare/questions.ts';
import { chosenHpa } from '../compare/rival.ts';
import type { WhatIf } from '../compare/types.ts';
import { askedOf } from '../compare/whatIf.ts';
import type { Scenario } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import styles from './Compare.module.css';
import { CompareDifferences } from './CompareDifferences.tsx';
import { CompareStart } from './CompareStart.tsx';
import { CompareTable } from './CompareTable.tsx';
import { useApp, useServices } from './context.tsx';
import { useShade } from './ThemeToggle.tsx';

const ManifestDiff = lazy(async () => ({
  default: (await import('../editor/ManifestDiff.tsx')).ManifestDiff,
}));

/** Two scenarios on the same load: what they differ in, and what came of each. */
export default function Compare(): ReactNode {
  const kept = useApp((state) => state.kept);
  const whatIf = useApp((state) => state.whatIf);
  if (whatIf !== undefined) return <AboutWhatIf question={whatIf} />;
  return kept === undefined ? <CompareStart /> : <AboutKept kept={kept} />;
}

function AboutKept({ kept }: { readonly kept: Scenario }): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario);
  const { swapWithA, takeBackA, closeComparison } = store.getState();
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <p className={styles.what}>
          <b>A</b> is kept. <b>B</b> is what you edit. Both run on the same load.
        </p>
        <Button onClick={swapWithA}>
          <ArrowLeftRight size={15} aria-hidden />
          Swap A and B
        </Button>
        <Button onClick={takeBackA}>
          <CornerUpLeft size={15} aria-hidden />
          Take A back
        </Button>
        <Button onClick={closeComparison}>
          <X size={15} aria-hidden />
          Stop comparing
        </Button>
      </div>
      <div className={styles.columns}>
        <div>
          <CompareTable
            left={{ text: 'A, kept', isCompared: true }}
            right={{ text: 'B, now', isCompared: false }}
          />
        </div>
        <div className={styles.aside}>
          <Price />
          <CompareDifferences a={kept} b={present} />
          <Texts a={kept.manifest} b={present.manifest} />
        </div>
      </div>
    </div>
  );
}

function AboutWhatIf({ question }: { readonly question: WhatIf }): ReactNode {
  const { store } = useServices();
  const present = useApp((state) => state.scenario);
  const hpa = useApp((state) => chosenHpa(state.verdict));
  const rival = useMemo(() => askedOf(present, question, hpa), [present, question, hpa]);
  const asked = rival.ok ? rival.scenario : undefined;
  const { ask, adopt } = store.getState();
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <p className={styles.what}>
          What if: <b>{whatIfText(question)}</b>? Everything else is as it is now.
        </p>
        <Button disabled={asked === undefined} onClick={() => asked && adopt(asked)}>
          Make this change
        </Button>
        <Button onClick={() => ask(undefined)}>
          <X size={15} aria-hidden />
          Stop asking
        </Button>
      </div>
      <div className={styles.columns}>
        <div>
          <CompareTable
            left={{ text: 'Now', isCompared: false }}
            right={{ text: 'What if', isCompared: true }}
          />
        </div>
        <div className={styles.aside}>
          <Price />
          {asked === undefined ? null : (
            <>
              <CompareDifferences a={present} b={asked} />
              <Texts a={present.manifest} b={asked.manifest} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Dearer than any pod. */
const HIGHEST_PRICE = 1_000_000;

function Price(): ReactNode {
  const { store } = useServices();
  const price = useApp((state) => state.pricePerPodHour);
  return (
    <div className={styles.price}>
      <NumberField
        label="Price"
        unit="per pod-hour"
        help="What one pod costs for an hour, in any currency. It decides the row Cost."
        value={price}
        min={0}
        max={HIGHEST_PRICE}
        whole={false}
        onChange={(value) => value !== undefined && store.getState().setPrice(value)}
      />
    </div>
  );
}

/** The two manifests side by side; the view is large, so it comes when it is asked for. */
function Texts({ a, b }: { readonly a: string; readonly b: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const shade = useShade();
  if (a === b) return <p className={styles.note}>The manifests are the same.</p>;
  return (
    <div className={styles.texts}>
      <Button look="outlined" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the manifests' : 'Show what differs in the manifests'}
      </Button>
      {open ? (
        <ErrorBoundary what="The view of both manifests">
          <Suspense fallback={<p className={styles.note}>Loading…</p>}>
            <ManifestDiff before={a} after={b} shade={shade} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </div>
  );
}
