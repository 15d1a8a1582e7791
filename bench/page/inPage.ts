/**
 * What runs inside the measured page. The page offers no hook for it: times are taken from what a visitor causes (a
 * pointer event) to what a visitor sees (a changed drawing, and the frame after it).
 */

/** Installed before the page's own scripts. */
export function installStopwatch(): void {
  const marks: Record<string, number> = {};
  /** a task after the frame that follows: by then the change is painted */
  const afterPaint = (then: (atMs: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(undefined);
    });
  };

  const milestones: Readonly<Record<string, () => boolean>> = {
    chart: () => document.querySelector('[aria-label="Replicas"] svg g path[d^="M"]') !== null,
    decisions: () => document.querySelector('[role="slider"][aria-label="Sync"][aria-valuetext]') !== null,
    editor: () => document.querySelector('.monaco-editor .view-line') !== null,
  };
  const look = (): void => {
    for (const [name, reached] of Object.entries(milestones)) {
      if (name in marks || !reached()) continue;
      marks[name] = Number.NaN;
      afterPaint((atMs) => {
        marks[name] = atMs;
      });
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });

  let pointerMs = 0;
  window.addEventListener(
    'pointermove',
    () => {
      pointerMs = performance.now();
    },
    { capture: true },
  );

  /** Settles with the time from the last pointer movement to the painted change of what `selector` names. */
  const untilRedrawn = (selector: string, attribute: string): Promise<number> =>
    new Promise((settle, fail) => {
      const watched = [...document.querySelectorAll(selector)];
      const timer = setTimeout(() => fail(new Error(`${selector} was not drawn again`)), 5000);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        clearTimeout(timer);
        afterPaint((atMs) => settle(atMs - pointerMs));
      });
      for (const element of watched) {
        observer.observe(element, { attributes: true, subtree: true, attributeFilter: [attribute] });
      }
    });

  Object.assign(window, { stopwatch: { marks, untilRedrawn } });
}

export interface Stopwatch {
  readonly marks: Readonly<Record<string, number>>;
  untilRedrawn(selector: string, attribute: string): Promise<number>;
}
