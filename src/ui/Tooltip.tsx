import { cloneElement, type ReactNode, type Ref, useCallback, useRef } from 'react';
import type { TooltipProps } from './RadixTooltip.tsx';
import { useTooltip } from './tooltipLoader.ts';

/** Says on hover and focus what a button is for. */
export function Tooltip({ text, keys, children }: TooltipProps): ReactNode {
  const Loaded = useTooltip();
  const { ref } = children.props;
  const hadFocus = useRef(false);
  // What it is about is made anew once tooltips are there: who stands on it stays there.
  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      if (hadFocus.current) element.focus();
      hadFocus.current = false;
      const detach = give(ref, element);
      return () => {
        hadFocus.current = document.activeElement === element;
        detach();
      };
    },
    [ref],
  );
  const about = cloneElement(children, { ref: attach });
  if (Loaded === undefined) return about;
  return (
    <Loaded text={text} {...(keys === undefined ? {} : { keys })}>
      {about}
    </Loaded>
  );
}

/** Hands an element to a ref of either kind; answers how to take it back. */
function give(ref: Ref<HTMLElement> | undefined, element: HTMLElement): () => void {
  if (typeof ref === 'function') {
    const detach = ref(element);
    return typeof detach === 'function' ? detach : () => void ref(null);
  }
  if (ref !== null && ref !== undefined) ref.current = element;
  return () => {
    if (ref !== null && ref !== undefined) ref.current = null;
  };
}
