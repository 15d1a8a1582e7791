import { RotateCcw } from 'lucide-react';
import { Popover, Switch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import type { FeatureGate } from '../core/index.ts';
import { defaultFeatureGates, switchableFeatureGates } from '../core/releases/index.ts';
import { IconButton } from '../ui/Button.tsx';
import type { OverlayProps } from '../ui/Later.tsx';
import { PopoverBox } from '../ui/PopoverBox.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './FeatureGates.module.css';
import { GATE_TEXTS } from './featureGates.ts';

export function FeatureGatesPopover({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const minor = useApp((state) => state.scenario.kubernetes);
  const chosen = useApp((state) => state.scenario.featureGates);
  const gates = switchableFeatureGates(minor);
  const defaults = defaultFeatureGates(minor);
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <PopoverBox className={styles.content} align="start" label={`Feature gates of Kubernetes ${minor}`}>
        <h2 className={styles.title}>Feature gates of Kubernetes {minor}</h2>
        <p className={styles.about}>As --feature-gates of the API server and kube-controller-manager.</p>
        {gates.length === 0 ? <p>None of the HPA’s gates can be switched in this version.</p> : null}
        {gates.map((gate) => (
          <GateRow key={gate} gate={gate} standard={defaults[gate] === true} chosen={chosen[gate]} />
        ))}
      </PopoverBox>
    </Popover.Root>
  );
}

interface GateRowProps {
  readonly gate: FeatureGate;
  readonly standard: boolean;
  /** undefined: not said, the default applies */
  readonly chosen: boolean | undefined;
}

function GateRow({ gate, standard, chosen }: GateRowProps): ReactNode {
  const { store } = useServices();
  const { setFeatureGate } = store.getState();
  const id = useId();
  const enabled = chosen ?? standard;
  return (
    <div className={styles.row}>
      <div className={styles.texts}>
        <label htmlFor={id} className={styles.name}>
          {gate}
        </label>
        <p id={`${id}-about`} className={styles.about}>
          {GATE_TEXTS[gate]} {standard ? 'On' : 'Off'} by default.
        </p>
      </div>
      <span className={styles.reset}>
        {enabled === standard ? null : (
          <IconButton
            label={`Back to the default of ${gate}`}
            onClick={() => setFeatureGate(gate, undefined)}
          >
            <RotateCcw size={14} aria-hidden />
          </IconButton>
        )}
      </span>
      <Switch.Root
        id={id}
        className={styles.switch}
        checked={enabled}
        aria-describedby={`${id}-about`}
        onCheckedChange={(next) => setFeatureGate(gate, next === standard ? undefined : next)}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  );
}
