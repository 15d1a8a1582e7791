import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { LIMITERS } from '../charts/limiters.ts';
import { LimiterSwatch } from '../charts/RibbonLegend.tsx';
import type { LimiterKind, Trace } from '../core/index.ts';
import { selectDecidingSync, syncFigures } from '../store/selectors.ts';
import { decidingTitle, limiterCounts, secondsOfSync, stretchBeside } from '../store/syncs.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { useApp, useServices } from './context.tsx';
import styles from './JumpMenu.module.css';
import { formatClock } from './time.ts';

/** The limiters of this run, each with the way to where it next begins to decide, and to where it last did. */
export function JumpMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const trace = useApp((state) => state.trace);
  const deciding = useApp(selectDecidingSync);
  const limiter = useApp((state) => syncFigures(state)?.limiter ?? 'none');
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {trace === undefined || deciding === undefined ? null : (
            <>
              <DropdownMenu.Item
                className={styles.item}
                onSelect={() => store.getState().selectSync(deciding)}
              >
                <span>{decidingTitle(limiter)}</span>
                <span className={styles.about}>{formatClock(secondsOfSync(trace, deciding))}</span>
              </DropdownMenu.Item>
              <DropdownMenu.Separator className={styles.separator} />
            </>
          )}
          {trace === undefined ? null : <Limiters trace={trace} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const WAYS = [
  { step: 1, title: 'Next sync decided by' },
  { step: -1, title: 'Previous sync decided by' },
] as const;

function Limiters({ trace }: { readonly trace: Trace }): ReactNode {
  const counts = [...limiterCounts(trace)];
  return WAYS.map(({ step, title }) => (
    <DropdownMenu.Group key={step} aria-label={title}>
      <DropdownMenu.Label className={styles.label}>{title}</DropdownMenu.Label>
      {counts.map(([kind]) => (
        <LimiterItem key={kind} trace={trace} kind={kind} step={step} />
      ))}
    </DropdownMenu.Group>
  ));
}

interface LimiterItemProps {
  readonly trace: Trace;
  readonly kind: LimiterKind;
  readonly step: 1 | -1;
}

function LimiterItem({ trace, kind, step }: LimiterItemProps): ReactNode {
  const { store } = useServices();
  const sync = useApp((state) => stretchBeside(trace, state.selectedSync, kind, step));
  return (
    <DropdownMenu.Item
      className={styles.item}
      disabled={sync === undefined}
      onSelect={() => store.getState().stepLimiter(kind, step)}
    >
      <LimiterSwatch kind={kind} />
      <span>{LIMITERS[kind].label}</span>
      <span className={styles.about}>
        {sync === undefined ? 'none' : formatClock(secondsOfSync(trace, sync))}
      </span>
    </DropdownMenu.Item>
  );
}
