/** The menu of one curve: import into it, its unit, another curve for a metric, away with it. */
import { Popover } from 'radix-ui';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { INTERPOLATIONS, type LoadCurve, metricKey, SCENARIO_LIMITS, signalFor } from '../core/index.ts';
import { Button } from '../ui/Button.tsx';
import type { OverlayProps } from '../ui/Later.tsx';
import {
  Menu,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '../ui/Menu.tsx';
import { PopoverBox } from '../ui/PopoverBox.tsx';
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
      <Menu
        trigger={<Popover.Anchor asChild>{trigger}</Popover.Anchor>}
        defaultOpen={defaultOpen}
        onCloseAutoFocus={afterMenu}
      >
        <CurveItems curve={curve} onRename={rename} />
      </Menu>
      <PopoverBox className={styles.box} label={`Unit of ${id}`} align="end">
        <UnitField curve={curve} onDone={() => setNaming(false)} />
      </PopoverBox>
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
      <MenuItem onSelect={openImport}>Import CSV or Prometheus…</MenuItem>
      <MenuItem onSelect={onRename}>Rename the unit…</MenuItem>
      <BetweenPoints curve={curve} />
      <UndrawnMetrics />
      <MenuSeparator />
      <MenuItem disabled={isRequests} onSelect={() => removeLoadCurve(curve.id)}>
        {isRequests ? 'The requests cannot be removed' : 'Remove this curve'}
      </MenuItem>
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
      <MenuSeparator />
      <MenuLabel>Between points</MenuLabel>
      <MenuRadioGroup aria-label="Between points" value={curve.interpolation} onValueChange={choose}>
        {INTERPOLATIONS.map((interpolation) => (
          <MenuRadioItem key={interpolation} value={interpolation}>
            {interpolation}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
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
    <MenuGroup aria-label="Draw a metric by hand">
      <MenuSeparator />
      <MenuLabel>Draw a metric by hand</MenuLabel>
      {undrawn.map((metric) => (
        <MenuItem key={metric} onSelect={() => draw(metric)}>{`Add a curve for ${metric}`}</MenuItem>
      ))}
    </MenuGroup>
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
