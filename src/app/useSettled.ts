import { useEffect, useState } from 'react';

/** Whether a promise has been fulfilled; what waits for it is rendered then. */
export function useSettled(promise: Promise<unknown>): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    void promise.then(() => setSettled(true));
  }, [promise]);
  return settled;
}
