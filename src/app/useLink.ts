import { useEffect, useState } from 'react';
import { useServices } from './context.tsx';

/** The address of the scenario when a dialog opens. The one in the address bar may be a moment behind. */
export function useLink(): string {
  const { linkToScenario } = useServices();
  const [link, setLink] = useState(() => window.location.href);
  useEffect(() => {
    let isGone = false;
    void linkToScenario().then((made) => {
      if (!isGone) setLink(made);
    });
    return () => {
      isGone = true;
    };
  }, [linkToScenario]);
  return link;
}
