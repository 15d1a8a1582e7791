import { useEffect, useState } from 'react';

export interface FrameThrottle {
  /** runs the newest task at the next frame; an older one that has not run is dropped */
  request(task: () => void): void;
  /** runs the pending task now */
  flush(): void;
}

/** At most one task a frame: a mouse reports up to a thousand moves a second. */
export function useFrameThrottle(): FrameThrottle {
  const [throttle] = useState(createFrameThrottle);
  useEffect(() => throttle.cancel, [throttle]);
  return throttle;
}

function createFrameThrottle(): FrameThrottle & { cancel(): void } {
  let pending: (() => void) | undefined;
  let frame = 0;
  const run = (): void => {
    const task = pending;
    pending = undefined;
    frame = 0;
    task?.();
  };
  return {
    request(task) {
      pending = task;
      if (frame === 0) frame = requestAnimationFrame(run);
    },
    flush() {
      cancelAnimationFrame(frame);
      run();
    },
    cancel() {
      cancelAnimationFrame(frame);
      frame = 0;
      pending = undefined;
    },
  };
}
