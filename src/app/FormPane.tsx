import { lazy, type ReactNode, Suspense, useMemo, useRef } from 'react';
import type { EditResult } from '../core/index.ts';
import { resolveRelease } from '../core/releases/index.ts';
import { SkeletonCard } from '../ui/Skeleton.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './ManifestPane.module.css';
import { useFormUndo } from './useFormUndo.ts';

const ManifestForm = lazy(async () => ({
  default: (await import('../forms/ManifestForm.tsx')).ManifestForm,
}));

/** The form, and the way of its edits into the text. */
export function FormPane(): ReactNode {
  const { store, editor } = useServices();
  const text = useApp((state) => state.scenario.manifest);
  const index = useApp(({ verdict }) => verdict?.hpas.findIndex(({ key }) => key === verdict.chosenHpa) ?? 0);
  const plan = useApp(({ verdict }) => verdict?.manifest?.keda?.plan);
  const minor = useApp((state) => state.scenario.kubernetes);
  const gates = useApp((state) => state.scenario.featureGates);
  const flags = useApp((state) => state.scenario.controller);
  const firstContainer = useApp(({ verdict }) => verdict?.manifest?.workload.containers[0]?.name ?? 'app');
  const defaults = useMemo(() => {
    const { configurableTolerance, scaleToZero } = resolveRelease(minor, gates);
    const { downscaleStabilizationSeconds, tolerance } = flags;
    return {
      downscaleStabilizationSeconds,
      tolerance,
      hasTolerance: configurableTolerance,
      firstContainer,
      hasScaleToZero: scaleToZero,
    };
  }, [minor, gates, flags, firstContainer]);

  function apply(result: EditResult, isLast: boolean): void {
    const { setManifestText, notify } = store.getState();
    if (!result.ok) notify('warning', result.reason);
    else if (editor.current !== null) editor.current.replace(result.change, isLast);
    else setManifestText(result.text, true);
  }

  const frame = useRef<HTMLDivElement>(null);
  useFormUndo(frame, editor);

  return (
    <div ref={frame} className={styles.view}>
      <Suspense fallback={<SkeletonCard grow={1} />}>
        <ManifestForm
          text={text}
          index={Math.max(0, index)}
          plan={plan}
          defaults={defaults}
          currentText={() => editor.current?.text() ?? store.getState().scenario.manifest}
          onEdit={apply}
          onSettle={() => editor.current?.closeStep()}
        />
      </Suspense>
    </div>
  );
}
