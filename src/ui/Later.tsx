import {
  type ComponentType,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** What a menu or popover is given: the button that opens it, and whether it is open from the start. */
export interface OverlayProps {
  readonly trigger: TriggerElement;
  readonly defaultOpen: boolean;
}

export type TriggerElement = ReactElement<{
  readonly ref?: (button: HTMLButtonElement | null) => void;
  readonly onClick?: () => void;
}>;

interface LaterProps {
  readonly load: () => Promise<ComponentType<OverlayProps>>;
  /** settles when loading keeps nothing more urgent waiting */
  readonly after: Promise<unknown>;
  readonly trigger: TriggerElement;
}

/**
 * A menu or popover that is loaded after the first charts. Until then its button stands alone; a press loads it at once
 * and opens it.
 */
export function Later({ load, after, trigger }: LaterProps): ReactNode {
  const [Overlay, setOverlay] = useState<ComponentType<OverlayProps>>();
  const pressed = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);

  const show = useCallback((): void => {
    load().then(
      (loaded) => {
        // The button is about to be made anew as part of what it opens.
        hadFocus.current = document.activeElement === button.current;
        setOverlay(() => loaded);
      },
      () => {
        // The next press tries again.
      },
    );
  }, [load]);
  useEffect(() => {
    void after.then(show);
  }, [after, show]);

  if (Overlay === undefined) {
    const press = (): void => {
      pressed.current = true;
      show();
    };
    const keep = (element: HTMLButtonElement | null): void => {
      button.current = element;
    };
    return cloneElement(trigger, { ref: keep, onClick: press });
  }
  const refocus = (element: HTMLButtonElement | null): void => {
    if (element === null || !hadFocus.current) return;
    hadFocus.current = false;
    element.focus();
  };
  return <Overlay trigger={cloneElement(trigger, { ref: refocus })} defaultOpen={pressed.current} />;
}
