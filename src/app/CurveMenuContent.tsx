/** The menu of one curve: import into it, its unit, another curve for a metric, away with it. */
import { Check } from 'lucide-react';
import { DropdownMenu, Popover } from 'radix-ui';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { INTERPOLATIONS, type LoadCurve, metricKey, SCENARIO_LIMITS, signalFor } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import type { OverlayProps } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './LoadHeading.module.css';
import { drawnCurve, freeCurveId } from './signals.ts';
import { importInto } from './useLoadTarget.ts';

interface CurveMenuContentProps extends OverlayProps {
  readonly id: string;
}

export function CurveMenuContent({ trigger, defaultOpen, id }: CurveMenuContentProps): ReactNode {
  const [isNaming, setNaming] = useState(false);
  const wantsName = useRef(false);
  // Opened when the menu has gone: the focus that it gives back would close the field.
  const afterMenu = (event: Event): void => {
    if (!wantsName.current) return;
    wantsName.current = false;
    event.preventDefault();
    setNaming(true);
  };
  const rename = (): void => {
    wantsName.current = true;
  };
  const curve = useApp((state) => state.scenario.loads.find((load) => load.id === id));
  if (curve === undefined) return trigger;
  return (
    <Popover.Root open={isNaming} onOpenChange={setNaming}>
      <DropdownMenu.Root defaultOpen={defaultOpen}>
        <Popover.Anchor asChild>
          <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
        </Popover.Anchor>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className={styles.menu}
            align="end"
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={afterMenu}
          >
            <CurveItems curve={curve} onRename={rename} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Popover.Portal>
        <Popover.Content className={styles.box} aria-label={`Unit of ${id}`} align="end" sideOffset={6}>
          <UnitField curve={curve} onDone={() => setNaming(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface CurveItemsProps {
  readonly curve: LoadCurve;
  readonly onRename: () => void;
}

function CurveItems({ curve, onRename }: CurveItemsProps): ReactNode {
  const { store } = useServices();
  const isRequests = useApp(({ scenario }) => scenario.loads[0]?.id === curve.id || curve.id === 'requests');
  const { showOverlay, removeLoadCurve } = store.getState();
  const openImport = (): void => {
    importInto(curve.id);
    showOverlay('import');
  };
  return (
    <>
      <DropdownMenu.Item className={styles.item} onSelect={openImport}>
        Import CSV or Prometheus…
      </DropdownMenu.Item>
      <DropdownMenu.Item className={styles.item} onSelect={onRename}>
        Rename the unit…
      </DropdownMenu.Item>
      <BetweenPoints curve={curve} />
      <UndrawnMetrics />
      <DropdownMenu.Separator className={styles.separator} />
      <DropdownMenu.Item
        className={styles.item}
        disabled={isRequests}
        onSelect={() => removeLoadCurve(curve.id)}
      >
        {isRequests ? 'The requests cannot be removed' : 'Remove this curve'}
      </DropdownMenu.Item>
    </>
  );
}

/** In a narrow heading there is no room for it. */
function BetweenPoints({ curve }: { readonly curve: LoadCurve }): ReactNode {
  const { store } = useServices();
  const choose = (value: string): void => {
    const interpolation = INTERPOLATIONS.find((known) => known === value);
    if (interpolation === undefined) return;
    const { setLoadCurve, commitLoadCurve } = store.getState();
    setLoadCurve({ ...curve, interpolation });
    commitLoadCurve();
  };
  return (
    <>
      <DropdownMenu.Separator className={styles.separator} />
      <DropdownMenu.Label className={styles.label}>Between points</DropdownMenu.Label>
      <DropdownMenu.RadioGroup aria-label="Between points" value={curve.interpolation} onValueChange={choose}>
        {INTERPOLATIONS.map((interpolation) => (
          <DropdownMenu.RadioItem
            key={interpolation}
            className={`${styles.item} ${styles.choice}`}
            value={interpolation}
          >
            {interpolation}
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

const NO_METRICS: readonly never[] = [];

/** Each metric of the manifest that shows no curve can get one. */
function UndrawnMetrics(): ReactNode {
  const { store } = useServices();
  const metrics = useApp((state) => state.trace?.hpa.spec.metrics ?? NO_METRICS);
  const { signals, loads, durationSeconds } = useApp((state) => state.scenario);
  const undrawn = [...new Set(metrics.map(metricKey))].filter(
    (key) => signalFor(signals, key).source !== 'curve',
  );
  if (undrawn.length === 0 || loads.length >= SCENARIO_LIMITS.loads) return null;
  const draw = (metric: string): void => {
    const curve = freeCurveId(loads, metric);
    store
      .getState()
      .drawSignal(
        { metric, source: 'curve', curve, distribution: 'absolute', factor: 1 },
        drawnCurve(curve, metric, durationSeconds),
      );
  };
  return (
    <DropdownMenu.Group aria-label="Draw a metric by hand">
      <DropdownMenu.Separator className={styles.separator} />
      <DropdownMenu.Label className={styles.label}>Draw a metric by hand</DropdownMenu.Label>
      {undrawn.map((metric) => (
        <DropdownMenu.Item key={metric} className={styles.item} onSelect={() => draw(metric)}>
          Add a curve for {metric}
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}

interface UnitFieldProps {
  readonly curve: LoadCurve;
  readonly onDone: () => void;
}

function UnitField({ curve, onDone }: UnitFieldProps): ReactNode {
  const { store } = useServices();
  const id = useId();
  const [text, setText] = useState(curve.unit);
  const unit = text.trim();
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (unit === '') return;
    const { setLoadCurve, commitLoadCurve } = store.getState();
    setLoadCurve({ ...curve, unit });
    commitLoadCurve();
    onDone();
  };
  return (
    <form className={styles.exact} onSubmit={apply}>
      <label htmlFor={id}>Unit</label>
      <input
        id={id}
        value={text}
        maxLength={SCENARIO_LIMITS.nameLength}
        autoComplete="off"
        aria-invalid={unit === ''}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <Button type="submit" look="outlined" disabled={unit === ''}>
        Set
      </Button>
    </form>
  );
}
