import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Tooltip } from './Tooltip.tsx';

const HelpCard = lazy(() => import('./HelpCard.tsx'));

interface HelpButtonProps {
  /** the accessible name */
  readonly label: string;
  readonly className: string;
  /** on hover and focus; nothing in it can be pressed */
  readonly tip: ReactNode;
  /** on a press or a tap: as much, and what leads on */
  readonly card: ReactNode;
  readonly children: ReactNode;
}

/** Explains something: a word or a sign whose text shows on hover and focus, and stays after a press. */
export function HelpButton({ label, className, tip, card, children }: HelpButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip text={tip}>
        <button
          ref={button}
          type="button"
          className={className}
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          {children}
        </button>
      </Tooltip>
      {open ? (
        <ErrorBoundary what="The help" look="floating">
          <Suspense fallback={null}>
            <HelpCard label={label} anchor={button} onClose={() => setOpen(false)}>
              {card}
            </HelpCard>
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </>
  );
}
