/** Figures of several runs beside each other: what a pattern costs and gains against the defaults. */
import type { ReactNode } from 'react';
import { amountText, spanText } from '../core/expectations/figures.ts';
import { measureRun } from '../core/expectations/measures/measure.ts';
import { unitOf } from '../core/expectations/words.ts';
import type { SheetFigure, TaughtSheet, Trace } from '../core/index.ts';
import styles from './lessons.module.css';
import type { Runs } from './useRuns.ts';

interface FiguresProps {
  readonly sheet: Pick<TaughtSheet, 'figures' | 'columns'>;
  readonly runs: Runs;
}

export function Figures({ sheet: { figures, columns }, runs }: FiguresProps): ReactNode {
  if (figures.length === 0) return null;
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <td />
          {columns.map(({ run, title }) => (
            <th key={run} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.title}>
            <th scope="row">{figure.title}</th>
            {columns.map(({ run }) => (
              <td key={run}>{runs[run] === undefined ? '…' : figureText(figure, runs[run])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function figureText({ measure, span }: SheetFigure, trace: Trace): string {
  const measured = measureRun(measure, trace, span);
  if (measured === undefined) return '–';
  const unit = unitOf(measure);
  return unit === 'seconds' ? spanText(measured.value) : amountText(measured.value, unit);
}
