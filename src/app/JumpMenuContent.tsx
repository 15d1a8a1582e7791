import type { ReactNode } from 'react';
import { LIMITERS } from '../charts/limiters.ts';
import { LimiterSwatch } from '../charts/RibbonLegend.tsx';
import type { LimiterKind, Trace } from '../core/index.ts';
import { selectDecidingSync, syncFigures } from '../store/selectors.ts';
import { decidingTitle, limiterCounts, secondsOfSync, stretchBeside } from '../store/syncs.ts';
import type { OverlayProps } from '../ui/Later.tsx';
import { Menu, MenuGroup, MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu.tsx';
import { useApp, useServices } from './context.tsx';
import { formatClock } from './time.ts';

/** The limiters of this run, each with the way to where it next begins to decide, and to where it last did. */
export function JumpMenuContent({ trigger, defaultOpen }: OverlayProps): ReactNode {
  const { store } = useServices();
  const trace = useApp((state) => state.trace);
  const deciding = useApp(selectDecidingSync);
  const limiter = useApp((state) => syncFigures(state)?.limiter ?? 'none');
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      {trace === undefined || deciding === undefined ? null : (
        <>
          <MenuItem
            about={formatClock(secondsOfSync(trace, deciding))}
            onSelect={() => store.getState().selectSync(deciding)}
          >
            {decidingTitle(limiter)}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {trace === undefined ? null : <Limiters trace={trace} />}
    </Menu>
  );
}

const WAYS = [
  { step: 1, title: 'Next sync decided by' },
  { step: -1, title: 'Previous sync decided by' },
] as const;

function Limiters({ trace }: { readonly trace: Trace }): ReactNode {
  const counts = [...limiterCounts(trace)];
  return WAYS.map(({ step, title }) => (
    <MenuGroup key={step} aria-label={title}>
      <MenuLabel>{title}</MenuLabel>
      {counts.map(([kind]) => (
        <LimiterItem key={kind} trace={trace} kind={kind} step={step} />
      ))}
    </MenuGroup>
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
    <MenuItem
      about={sync === undefined ? 'none' : formatClock(secondsOfSync(trace, sync))}
      disabled={sync === undefined}
      onSelect={() => store.getState().stepLimiter(kind, step)}
    >
      <LimiterSwatch kind={kind} />
      <span>{LIMITERS[kind].label}</span>
    </MenuItem>
  );
}
