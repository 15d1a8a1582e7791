/** The lives of all pods on the time axis: a row each while they are few, shared rows when they are many. */
import { useId, useMemo } from 'react';
import type { PodLife, Trace } from '../core/index.ts';
import { Help } from '../ui/Help.tsx';
import { ChartSection } from './ChartSection.tsx';
import styles from './charts.module.css';
import { CHART_TERMS } from './chartTerms.ts';
import { MARGIN, plotFrame } from './frame.ts';
import { LimiterPatternDefs, patternFill } from './LimiterPatterns.tsx';
import { PodRows } from './PodRows.tsx';
import { laneHeight } from './podDrawing.ts';
import { type PodLanes, podLanes } from './podLanes.ts';
import { marksOf, POD_PHASES, type PodPhase, spansOf } from './podPhases.ts';
import pods from './pods.module.css';
import { PHASE_LOOKS } from './podTexts.ts';
import type { PodsChartProps } from './props.ts';
import { useTimeWindow } from './TimeAxis.tsx';
import { useSize } from './useSize.ts';

const HELP =
  'A bar is the life of one pod, from its creation until it is gone. A cross marks where its container ended: crashed, killed at its memory limit or by a probe. An upright mark is the end of a pod that was killed, evicted, or lost its node. Up to 24 pods have a row each; more share rows. Press on a bar to select that instant; with the arrow keys you go from pod to pod.';

export function PodsChart({ trace, maxHeight, onTable }: PodsChartProps) {
  const lanes = useMemo(() => podLanes(trace?.pods ?? []), [trace]);
  return (
    <ChartSection
      title="Pods"
      term={CHART_TERMS.pods}
      {...(trace === undefined ? {} : { subtitle: subtitleOf(trace) })}
      roomy
      heading={
        <>
          {trace !== undefined && <PhaseLegend trace={trace} />}
          <Help about="the lives of pods" text={HELP} />
          <button type="button" className={pods.table} onClick={onTable}>
            Table of pods
          </button>
        </>
      }
    >
      <SizedRows trace={trace} lanes={lanes} maxHeight={maxHeight} />
    </ChartSection>
  );
}

/** "34 in all, 12 at most at once". */
function subtitleOf({ pods: lives, summary }: Trace): string {
  return `${lives.length.toLocaleString('en')} in all, ${summary.maxReplicas.toLocaleString('en')} at most at once`;
}

/** The phases that this run has. */
function PhaseLegend({ trace }: { readonly trace: Trace }) {
  const base = useId();
  const { phases, hasMarks } = useMemo(() => seenIn(trace), [trace]);
  return (
    <div className={styles.legend}>
      {POD_PHASES.filter((phase) => phases.has(phase)).map((phase) => (
        <span key={phase} className={styles.legendText}>
          <PhaseSwatch phase={phase} base={`${base}${phase}`} />
          {PHASE_LOOKS[phase].label}
        </span>
      ))}
      {hasMarks && (
        <span className={styles.legendText}>
          <svg className={styles.swatch} width="9" height="9" aria-hidden="true">
            <path d="M1 1L8 8M8 1L1 8" className={pods.marks} />
          </svg>
          crashed or killed
        </span>
      )}
    </div>
  );
}

/** A legend tells of what is there. */
function seenIn({ pods: lives, durationSeconds }: Trace): {
  readonly phases: ReadonlySet<PodPhase>;
  readonly hasMarks: boolean;
} {
  const phases = new Set<PodPhase>();
  for (const life of lives) {
    for (const { phase, toSeconds } of spansOf(life, durationSeconds)) if (toSeconds > 0) phases.add(phase);
  }
  return { phases, hasMarks: lives.some((life) => marksOf(life).length > 0) };
}

function PhaseSwatch({ phase, base }: { readonly phase: PodPhase; readonly base: string }) {
  const { colorToken, pattern } = PHASE_LOOKS[phase];
  return (
    <svg className={styles.swatch} width="12" height="12" aria-hidden="true">
      {pattern !== 'solid' && <LimiterPatternDefs base={base} />}
      <rect width="12" height="12" rx="2" fill={`var(${colorToken})`} />
      {pattern !== 'solid' && <rect width="12" height="12" rx="2" fill={patternFill(base, pattern)} />}
    </svg>
  );
}

interface SizedRowsProps {
  readonly trace: Trace | undefined;
  readonly lanes: PodLanes;
  readonly maxHeight: number;
}

const NO_PODS: readonly PodLife[] = [];

function SizedRows({ trace, lanes, maxHeight }: SizedRowsProps) {
  const [ref, size] = useSize();
  const window = useTimeWindow();
  const lane = laneHeight(lanes.count);
  const frame = useMemo(() => {
    const height = lanes.count * lane + MARGIN.top + MARGIN.bottom;
    const values = { bottom: 0, top: Math.max(1, lanes.count) };
    return plotFrame({ width: size?.width ?? 0, height }, false, window, values);
  }, [size, window, lanes, lane]);
  const lives = trace?.pods ?? NO_PODS;
  return (
    <div ref={ref} className={pods.measured}>
      {frame.width > 0 && lives.length > 0 && (
        <PodRows lives={lives} lanes={lanes} lane={lane} frame={frame} maxHeight={maxHeight} />
      )}
      {trace !== undefined && lives.length === 0 && <p className={pods.empty}>This run has no pods.</p>}
    </div>
  );
}
