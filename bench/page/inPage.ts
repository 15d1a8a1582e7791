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
    axes: () => document.querySelector('[aria-label="Replicas"] .recharts-surface text') !== null,
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

  let inputMs = 0;
  for (const kind of ['pointermove', 'keydown']) {
    window.addEventListener(
      kind,
      () => {
        inputMs = performance.now();
      },
      { capture: true },
    );
  }

  /** Settles with the time from the last pointer movement or key to the painted change of what `selector` names. */
  // An empty `attribute` stands for texts and elements.
  const untilRedrawn = (selector: string, attribute: string): Promise<number> =>
    new Promise((settle, fail) => {
      const watched = [...document.querySelectorAll(selector)];
      const timer = setTimeout(() => fail(new Error(`${selector} was not drawn again`)), 5000);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        clearTimeout(timer);
        afterPaint((atMs) => settle(atMs - inputMs));
      });
      const filter =
        attribute === '' ? { childList: true, characterData: true } : { attributeFilter: [attribute] };
      for (const element of watched) observer.observe(element, { subtree: true, ...filter });
    });

  /** Settles with the time from the next pointer movement to a painted frame in which nothing had to be drawn. */
  const untilFrame = (): Promise<number> =>
    new Promise((settle) => {
      const onMove = (): void => afterPaint((atMs) => settle(atMs - inputMs));
      window.addEventListener('pointermove', onMove, { once: true });
    });

  /** Milliseconds of each task over 50 ms, in the order of their ends. */
  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });

  Object.assign(window, { stopwatch: { marks, untilRedrawn, untilFrame, longTasks } });
}

export interface Stopwatch {
  readonly marks: Readonly<Record<string, number>>;
  untilRedrawn(selector: string, attribute: string): Promise<number>;
  untilFrame(): Promise<number>;
  readonly longTasks: number[];
}
