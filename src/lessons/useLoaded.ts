import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'there'; readonly value: T };

/** @param load must stay the same function */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let gone = false;
    load().then(
      (value) => !gone && setLoaded({ state: 'there', value }),
      () => !gone && setLoaded({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return loaded;
}
