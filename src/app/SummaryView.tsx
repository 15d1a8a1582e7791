import { type ReactNode, useMemo } from 'react';
import { TermCard } from '../glossary/Term.tsx';
import { Help } from '../ui/Help.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './SummaryView.module.css';
import { type SummaryFigure, type SummaryGroup, summaryGroups } from './summaryFigures.ts';

/** What came of the run, in figures: how it served, how it scaled, what it cost. */
export default function SummaryView(): ReactNode {
  const trace = useApp((state) => state.trace);
  const price = useApp((state) => state.pricePerPodHour);
  const groups = useMemo(() => (trace === undefined ? [] : summaryGroups(trace, price)), [trace, price]);
  if (trace === undefined) {
    return (
      <p className={styles.empty}>
        No run yet. As soon as the manifest can be read, its figures are here: how well the load was served,
        how often it was scaled, and what that cost.
      </p>
    );
  }
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { title, figures } }: { readonly group: SummaryGroup }): ReactNode {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <Figure key={figure.label} figure={figure} />
        ))}
      </dl>
      {title === 'Cost' && <Price />}
    </section>
  );
}

function Figure({ figure }: { readonly figure: SummaryFigure }): ReactNode {
  const { label, value, unit, help, term, isBad = false } = figure;
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>
        {label}
        <Help about={label} text={help} more={<TermCard id={term} />} />
      </dt>
      <dd>
        <span className={styles.value} data-bad={isBad}>
          {value}
        </span>{' '}
        <span className={styles.unit}>{unit}</span>
      </dd>
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
        help="What one pod costs for an hour, in any currency."
        more={<TermCard id="podHours" />}
        value={price}
        min={0}
        max={HIGHEST_PRICE}
        whole={false}
        onChange={(value) => value !== undefined && store.getState().setPrice(value)}
      />
    </div>
  );
}
