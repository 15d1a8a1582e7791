/** What learners take home: texts, the run of each start, and the way back here. */
import { type ReactNode, useMemo } from 'react';
import { countSeries } from '../core/expectations/measures/series.ts';
import type { TaughtSheet, Trace, Workshop } from '../core/index.ts';
import { resolveText } from '../core/lesson/placeholders.ts';
import { sheetRuns } from '../core/lesson/sheet.ts';
import { Markdown } from '../lessons/Markdown.tsx';
import { PredictionPicture } from '../lessons/PredictionPicture.tsx';
import { QR_CHARACTERS } from '../share/lengths.ts';
import { QrCode } from '../ui/QrCode.tsx';
import styles from './workshop.module.css';

export interface HandoutStep {
  readonly sheet: TaughtSheet;
  readonly runs: Readonly<Record<string, Trace>>;
  readonly start: Trace;
}

interface HandoutProps {
  readonly workshop: Workshop;
  readonly link: string;
  readonly steps: readonly HandoutStep[];
}

export function Handout({ workshop, link, steps }: HandoutProps): ReactNode {
  return (
    <>
      <section className={styles.page}>
        <h1>{workshop.title}</h1>
        {workshop.text === '' ? null : <Markdown text={workshop.text} />}
        {link.length <= QR_CHARACTERS ? (
          <QrCode text={link} label="QR code of the workshop" size={150} />
        ) : null}
        <p className={styles.link}>{link}</p>
      </section>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once
        <Page key={at} step={step} number={at + 1} />
      ))}
    </>
  );
}

function Page({ step, number }: { readonly step: HandoutStep; readonly number: number }): ReactNode {
  const { sheet, runs, start } = step;
  const text = useMemo(() => resolveText(sheet.text, sheetRuns(sheet, runs)).text, [sheet, runs]);
  return (
    <section className={styles.page}>
      <h2>
        {number}. {sheet.title}
      </h2>
      <div className={styles.pageBody}>
        <div>
          <Markdown text={text} />
          {sheet.prediction === undefined ? null : <p>{sheet.prediction.question}</p>}
        </div>
        <PredictionPicture
          happened={countSeries(start, 'replicas')}
          said={undefined}
          durationSeconds={sheet.start.durationSeconds}
        />
      </div>
    </section>
  );
}
